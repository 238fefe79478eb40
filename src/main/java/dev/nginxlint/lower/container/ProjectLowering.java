package dev.nginxlint.lower.container;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.container.MountedView.Content;
import dev.nginxlint.lower.container.MountedView.Mounted;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Process.Stop;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.syntax.compose.FileObject;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a compose project contributes: a container for every service, and the ports they publish.
public final class ProjectLowering {
  private static final Duration STOP_DEFAULT = Duration.ofSeconds(10);

  private final Sources sources;
  private final ComposeProject project;
  private final ContainerPlaces places;
  private final Builds builds;
  private final String noun;
  private final Draft draft;

  private ProjectLowering(Sources sources, ComposeProject project, String noun, Draft draft) {
    this.sources = sources;
    this.project = project;
    this.noun = noun;
    this.draft = draft;
    this.places = new ContainerPlaces(project, noun);
    this.builds = new Builds(sources, project);
  }

  /// The part that a project makes.
  public static Part lower(Sources sources, ComposeProject project) {
    return new ProjectLowering(sources, project, "service", new Draft()).part();
  }

  /// Adds the containers of a project to what else its host runs.
  ///
  /// @param noun what to call each of them
  /// @return what runs in each of them, by its name
  public static Map<String, Process> add(
      Sources sources, ComposeProject project, String noun, Draft draft) {
    return new ProjectLowering(sources, project, noun, draft).containers();
  }

  private Part part() {
    project.files().forEach(sources::used);
    sources.report(project.problems());
    draft.add(
        new Place(
            "host",
            Place.Kind.HOST,
            "the host",
            Optional.empty(),
            "host",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    ServiceOrder order = new ServiceOrder(project, places);
    containers()
        .forEach((name, process) -> draft.add(order.of(project.services().get(name), process)));
    return draft.part(project.directory(), Part.Kind.PROJECT, project.incomplete());
  }

  /// What runs in each of them, by the name of the service.
  private Map<String, Process> containers() {
    ContainerLowering containers = new ContainerLowering(sources, draft);
    Map<String, Process> processes = new LinkedHashMap<>();
    for (Service service : project.services().values()) {
      Process process = containers.lower(container(service));
      new ServiceRemarks(sources, project, builds, draft).add(service, process);
      Place place = places.place(service, Optional.empty());
      service.wiring().ports().forEach(port -> publish(place, port));
      processes.put(service.name().value(), process);
    }
    return processes;
  }

  private Container container(Service service) {
    Optional<BuiltImage> built = builds.image(service);
    BuiltImage image = built.orElseGet(BuiltImage::unknown);
    ContainerEnvironment environment =
        new ContainerEnvironment(service.environment(), image.environment());
    KnownImage known = KnownImage.of(image.reference());
    List<Mounted> mounts = mounts(service);
    return new Container(
        places.id(service.name().value()),
        noun + " \"" + service.name().value() + "\"",
        service.at(),
        open -> places.place(service, open),
        image.reference(),
        ContainerCommand.of(service.start(), image),
        new MountedView(sources, new ImageView(sources, image, known.files()), mounts),
        new MountedView(sources, new ImageView(sources, image, new EmptyView()), mounts),
        environment,
        service.start().workingDirectory().map(Text::value).orElse(image.workdir()),
        user(service, image, known),
        Optional.of(stop(service)),
        expected(service, image, environment),
        Container.Setting.PROJECT,
        start(service),
        sealed(service),
        rooms(service),
        ServiceBounds.ceiling(service));
  }

  private Optional<Container.Sealed> sealed(Service service) {
    List<Mount> mounts = places.all(service);
    boolean known = mounts.stream().noneMatch(mount -> Hole.in(mount.target()));
    return service
        .storage()
        .readOnly()
        .filter(only -> only.value() && known)
        .map(
            only ->
                new Container.Sealed(
                    only.at(),
                    mounts.stream()
                        .filter(mount -> !mount.readOnly())
                        .map(mount -> Paths.absolute(mount.target().value()))
                        .toList()));
  }

  private List<Container.Room> rooms(Service service) {
    return places.all(service).stream()
        .map(
            mount ->
                new Container.Room(
                    Paths.absolute(mount.target().value()),
                    mount.source() instanceof Mount.Source.Tmpfs(Optional<Text> size)
                        ? size.flatMap(ServiceBounds::bytes)
                        : Optional.empty()))
        .toList();
  }

  private static Optional<Effective<String>> user(
      Service service, BuiltImage image, KnownImage known) {
    return service
        .start()
        .user()
        .or(image::user)
        .filter(text -> !Hole.in(text))
        .map(text -> text.sourced().map(name -> name.split(":", 2)[0]))
        .map(name -> Effective.of(name.map(n -> n.equals("0") ? "root" : n)))
        .or(known::user);
  }

  /// A template writes down services of which only some will be in the file that it makes.
  private Start start(Service service) {
    boolean template =
        project.incomplete().isPresent()
            || project.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.TEMPLATE);
    boolean chosen = project.dotEnv().containsKey("COMPOSE_PROFILES");
    return template || (chosen && !service.profiles().isEmpty())
        ? Start.UNKNOWN
        : service.profiles().isEmpty() ? Start.AUTOMATIC : Start.ON_REQUEST;
  }

  private static Stop stop(Service service) {
    Effective<Duration> after =
        service
            .lifecycle()
            .stopGracePeriod()
            .<Effective<Duration>>map(Effective::of)
            .orElse(new Effective.Default<>(STOP_DEFAULT, "compose"));
    return new Stop("stop_grace_period", after);
  }

  private static List<Sourced<Integer>> expected(
      Service service, BuiltImage image, ContainerEnvironment environment) {
    List<Sourced<Integer>> ports = new ArrayList<>(image.exposed());
    service.wiring().exposed().forEach(port -> port.target().ifPresent(ports::add));
    service.wiring().ports().forEach(port -> port.target().ifPresent(ports::add));
    environment.port().ifPresent(ports::add);
    return ports;
  }

  private List<Mounted> mounts(Service service) {
    List<Mounted> mounted = new ArrayList<>();
    for (Mount mount : places.all(service)) {
      if (!Hole.in(mount.target())) {
        String target = Paths.absolute(mount.target().value());
        content(mount).ifPresent(content -> mounted.add(mounted(target, content)));
      }
    }
    granted(service.storage().configs(), project.configs(), mounted);
    granted(service.storage().secrets(), project.secrets(), mounted);
    return mounted;
  }

  /// What a mount shows; empty for a volume that is filled from the image.
  private static Optional<Content> content(Mount mount) {
    return switch (mount.source()) {
      case Mount.Source.Bind(var path, var _) -> Optional.of(located(path.location()));
      case Mount.Source.Volume(Text name) ->
          Optional.of(new Content.Unseen("the volume " + name.value()));
      case Mount.Source.Anonymous _ -> Optional.empty();
      case Mount.Source.Tmpfs _ -> Optional.of(new Content.Empty());
      case Mount.Source.Image _ -> Optional.of(new Content.Unseen("the files of another image"));
      case Mount.Source.Unknown _ -> Optional.of(new Content.Unseen("a mount that is not known"));
    };
  }

  private static Content located(Location location) {
    return switch (location) {
      case Location.InTree(String path) -> new Content.InTree(path);
      case Location.OnHost(String path) -> new Content.Unseen(path + " of the host");
      case Location.Outside(String written) ->
          new Content.Unseen(written + ", outside of the tree");
      case Location.Remote(String address) -> new Content.Unseen(address);
      case Location.Unknown _ -> new Content.Unseen("a path that is not known");
    };
  }

  private Mounted mounted(String target, Content content) {
    if (content instanceof Content.InTree(String path)) {
      sources.claim(path, target);
    }
    return new Mounted(target, content);
  }

  private void granted(
      List<Storage.Grant> grants, Map<String, FileObject> objects, List<Mounted> mounted) {
    for (Storage.Grant grant : grants) {
      Content content =
          Optional.ofNullable(objects.get(grant.source().value()))
              .map(FileObject::content)
              .map(ProjectLowering::content)
              .orElse(new Content.Unseen("a config that is not declared"));
      mounted.add(mounted(Paths.absolute(grant.target().value()), content));
    }
  }

  private static Content content(FileObject.Content content) {
    return switch (content) {
      case FileObject.Content.File(var path) -> located(path.location());
      case FileObject.Content.Inline(Text text) -> new Content.Inline(text.embedded());
      case FileObject.Content.FromVariable _ -> new Content.Unseen("a variable of the shell");
      case FileObject.Content.Elsewhere _ -> new Content.Unseen("a config made elsewhere");
    };
  }

  private void publish(Place place, Port port) {
    boolean tcp = port.protocol().value().equalsIgnoreCase("tcp");
    if (!tcp || port.target().isEmpty()) {
      return;
    }
    Optional<Sourced<Integer>> published =
        port.published() instanceof Port.Published.Fixed(Sourced<Integer> number)
            ? Optional.of(number)
            : Optional.empty();
    Optional<Sourced<Address>> host =
        port.hostIp()
            .flatMap(
                text -> Address.parse(text.value()).map(address -> text.sourced().with(address)));
    boolean somewhere = port.hostIp().isPresent() && host.isEmpty();
    draft.add(
        new Publication(
            place, host, somewhere ? Optional.empty() : published, port.target().get(), port.at()));
  }
}
