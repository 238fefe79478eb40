package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.container.ProjectLowering;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The services of one host, each with the sockets that systemd opens for it.
public final class HostServices {
  private final Sources sources;
  private final View view;
  private final Accounts accounts;
  private final Place place;
  private final Sysctl kernel;
  private final Optional<Sourced<Integer>> systemd;
  private final Draft draft;

  /// @param view the file tree in which the services run
  /// @param kernel what the files of that tree say of the kernel
  /// @param systemd its version, and where it is told
  public HostServices(
      Sources sources,
      View view,
      Accounts accounts,
      Sysctl kernel,
      Optional<Sourced<Integer>> systemd,
      Draft draft) {
    this.sources = sources;
    this.systemd = systemd;
    this.draft = draft;
    this.place = host(Optional.empty());
    this.view = view;
    this.kernel = kernel;
    this.accounts = accounts;
  }

  /// What came of the services beside what was added to the draft.
  ///
  /// @param nginx the process of the unit that starts nginx, and what it starts it with
  /// @param unknown why something unseen may be listening
  public record Result(Optional<NginxUnit> nginx, Optional<String> unknown) {}

  /// The unit that starts nginx.
  ///
  /// @param configuration the argument of `-c`
  /// @param pidFile the file that systemd waits for, if it waits for one
  /// @param files how many files it may have open, and the setting that says so
  /// @param writable where its sandbox lets it write
  public record NginxUnit(
      Process process,
      Optional<String> configuration,
      Optional<Sourced<String>> pidFile,
      Optional<Effective<Long>> files,
      WritablePaths writable) {}

  /// The host, with a reason why it is open.
  public static Place host(Optional<String> open) {
    return new Place(
        "host",
        Place.Kind.HOST,
        "the host",
        Optional.empty(),
        "host",
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        open);
  }

  /// Adds the services among some units.
  ///
  /// @param start whether a unit comes up by itself
  ///
  /// @param quadlets files that may describe containers
  public Result add(
      Collection<Unit> loaded, List<Quadlet> quadlets, Function<UnitName, Start> start) {
    List<Unit> units = loaded.stream().map(unit -> systemd.map(unit::readBy).orElse(unit)).toList();
    Map<String, List<HandedSocket>> sockets = new TreeMap<>();
    for (Unit unit : units) {
      sources.report(unit.problems());
      unit.parts().forEach(part -> sources.used(part.file()));
      if (unit.name().type().equals("socket")) {
        HandedSocket.of(unit)
            .ifPresent(s -> sockets.computeIfAbsent(service(unit), _ -> new ArrayList<>()).add(s));
      }
    }
    sockets.values().forEach(opened -> opened.forEach(this::made));
    Containers containers = new Containers(view);
    Namespaces namespaces = new Namespaces(units);
    List<Unit> services =
        units.stream()
            .filter(unit -> unit.name().type().equals("service") && !unit.parts().isEmpty())
            .toList();
    Set<UnitName> names = units.stream().map(Unit::name).collect(Collectors.toSet());
    List<UnitLowering.Lowered> lowered =
        Parallel.map(
            services,
            unit ->
                new UnitLowering(view, place, accounts, namespaces, kernel)
                    .lower(
                        unit,
                        at(unit),
                        start.apply(unit.name()),
                        sockets.getOrDefault(unit.name().toString(), List.of()),
                        UnseenSocket.of(unit, names)));
    Optional<NginxUnit> nginx = Optional.empty();
    Optional<String> unknown = Optional.empty();
    for (UnitLowering.Lowered service : lowered) {
      draft.add(service.draft());
      containers.add(service.containers());
      nginx = nginx.or(service::nginx);
      unknown = unknown.or(service::unknown);
    }
    for (Quadlet quadlet : quadlets) {
      quadlet
          .read(containers)
          .ifPresent(
              container -> {
                sources.used(quadlet.file());
                containers.add(container, quadlet.manager());
              });
    }
    containers.project().ifPresent(project -> run(project, containers));
    return new Result(nginx, unknown);
  }

  private void run(ComposeProject project, Containers containers) {
    UserRemarks remarks = new UserRemarks(kernel, draft);
    ProjectLowering.add(sources, project, "container", draft)
        .forEach(
            (name, process) ->
                remarks.container(process, project.services().get(name), containers.manager(name)));
  }

  /// Whether a file describes a container by its name.
  public static boolean isContainer(String path) {
    return Quadlet.is(path);
  }

  private static Span at(Unit unit) {
    SourceFile file = unit.parts().getFirst().file();
    return file.span(0, file.line(1).length());
  }

  /// systemd makes the directories of the sockets that it opens.
  private void made(HandedSocket socket) {
    for (Bind bind : socket.binds()) {
      if (bind.endpoint() instanceof Endpoint.Unix(String path)) {
        String directory = Paths.parent(path);
        String clean = directory.startsWith("/var/run") ? directory.substring(4) : directory;
        draft.add(new Directory(place, clean, socket.name(), SocketFile.PLAIN, bind.at()));
      }
    }
  }

  /// The name of the service that a socket unit starts.
  private static String service(Unit socket) {
    return new UnitSettings(socket, "Socket")
        .text("Service")
        .map(Text::value)
        .orElseGet(() -> socket.name().withType("service").toString());
  }
}
