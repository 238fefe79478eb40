package dev.nginxlint.lower.container;

import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Place.Attachment;
import dev.nginxlint.stack.Place.HostEntry;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Wiring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The places that the services of a project make: networks, names, what they share.
final class ContainerPlaces {
  private final ComposeProject project;
  private final String noun;

  /// @param noun what to call each of them
  ContainerPlaces(ComposeProject project, String noun) {
    this.project = project;
    this.noun = noun;
  }

  /// The id of the place of a service.
  String id(String service) {
    return "service:" + project.directory() + "/" + service;
  }

  /// The place of a service.
  ///
  /// @param open why something that we do not see may listen in it
  Place place(Service service, Optional<String> open) {
    String name = service.name().value();
    String network = id(name);
    List<Attachment> attachments = new ArrayList<>();
    switch (service.wiring().networking()) {
      case Networking.Networks(var joined) ->
          joined.forEach(attachment -> attachments.add(attachment(service, attachment)));
      case Networking.Host _ -> network = "host";
      case Networking.None _, Networking.OfContainer _, Networking.Other _ -> {}
      case Networking.OfService(Text other) -> network = id(other.value());
    }
    return new Place(
        id(name),
        Place.Kind.CONTAINER,
        noun + " \"" + name + "\"",
        Optional.of(service.at()),
        network,
        attachments,
        service.wiring().extraHosts().stream().flatMap(ContainerPlaces::entry).toList(),
        mounts(service),
        ServiceIpv6.off(service, project),
        open.or(() -> others(service)));
  }

  /// Who shares its network without being seen.
  private static Optional<String> others(Service service) {
    return switch (service.wiring().networking()) {
      case Networking.OfContainer _ ->
          Optional.of("it shares the network of a container outside of the project");
      case Networking.Networks _,
          Networking.Host _,
          Networking.None _,
          Networking.OfService _,
          Networking.Other _ ->
          Optional.empty();
    };
  }

  private Attachment attachment(Service service, Networking.Attachment joined) {
    String key = joined.network().value();
    // A name of its own is given to a network so that others can join it.
    boolean shared =
        Optional.ofNullable(project.networks().get(key))
            .filter(network -> network.external() || network.name().isPresent())
            .isPresent();
    List<Sourced<String>> names = new ArrayList<>(List.of(service.name()));
    service.wiring().containerName().map(Text::sourced).ifPresent(names::add);
    joined.aliases().stream().map(Text::sourced).forEach(names::add);
    Set<String> linked = new HashSet<>();
    for (Sourced<String> alias : linked(service)) {
      if (names.stream().noneMatch(name -> name.value().equals(alias.value()))) {
        linked.add(alias.value());
      }
    }
    linked(service).forEach(names::add);
    Optional<Sourced<Address>> address =
        joined.ipv4().flatMap(text -> Address.parse(text.value()).map(a -> text.sourced().with(a)));
    String network =
        shared
            ? Attachment.shared(project.networkName(key))
            : Attachment.own(project.directory(), key);
    return new Attachment(network, names, linked, address);
  }

  /// The names by which `links` of others call the service.
  private List<Sourced<String>> linked(Service service) {
    List<Sourced<String>> names = new ArrayList<>();
    for (Service other : project.services().values()) {
      for (Wiring.Link link : other.wiring().links()) {
        if (link.service().value().equals(service.name().value())) {
          link.alias().map(Text::sourced).ifPresent(names::add);
        }
      }
    }
    return names;
  }

  private static Stream<HostEntry> entry(Wiring.ExtraHost host) {
    String name = host.name().value();
    if (host.address().value().equals("host-gateway")) {
      return Stream.of(new HostEntry(name, Optional.empty(), host.at()));
    }
    return Address.parse(host.address().value()).stream()
        .map(address -> new HostEntry(name, Optional.of(address), host.at()));
  }

  private List<Place.Mount> mounts(Service service) {
    List<Place.Mount> mounts = new ArrayList<>();
    for (Mount mount : all(service)) {
      String target = Paths.absolute(mount.target().value());
      volume(mount)
          .filter(_ -> !Hole.in(target))
          .ifPresent(volume -> mounts.add(new Place.Mount(volume, target, mount.at())));
    }
    return mounts;
  }

  /// The mounts of a service and of those it has `volumes_from`.
  List<Mount> all(Service service) {
    List<Mount> mounts = new ArrayList<>(service.storage().mounts());
    for (Text other : service.storage().volumesFrom()) {
      int colon = other.value().indexOf(':');
      String name = colon < 0 ? other.value() : other.value().substring(0, colon);
      Optional.ofNullable(project.services().get(name))
          .ifPresent(from -> mounts.addAll(from.storage().mounts()));
    }
    return mounts;
  }

  /// What tells a volume from those of other projects.
  private String volume(String key) {
    String name = project.volumeName(key);
    return Hole.in(name) ? project.directory().replace('/', ':') + ":" + key : name;
  }

  private Optional<String> volume(Mount mount) {
    return switch (mount.source()) {
      case Mount.Source.Bind(var path, var _) ->
          switch (path.location()) {
            case Location.InTree(String at) -> Optional.of("tree:" + at);
            case Location.OnHost(String at) -> Optional.of("host:" + at);
            case Location.Outside(String written) -> Optional.of("outside:" + written);
            case Location.Remote _, Location.Unknown _ -> Optional.empty();
          };
      case Mount.Source.Volume(Text name) -> Optional.of("volume:" + volume(name.value()));
      case Mount.Source.Anonymous _,
          Mount.Source.Tmpfs _,
          Mount.Source.Image _,
          Mount.Source.Unknown _ ->
          Optional.empty();
    };
  }
}
