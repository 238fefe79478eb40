package dev.nginxlint.link;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Place.Attachment;
import dev.nginxlint.stack.Place.HostEntry;
import dev.nginxlint.stack.Upstream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a name means, seen from a place.
final class Names {
  /// Names that Docker Desktop knows by itself and a Linux engine does not.
  private static final Set<String> GATEWAYS =
      Set.of("host.docker.internal", "gateway.docker.internal", "host.containers.internal");

  /// The address of the host on the engine's default bridge.
  private static final String DEFAULT_BRIDGE = "172.17.0.1";

  private final World world;

  Names(World world) {
    this.world = world;
  }

  /// What a host name, or a literal address, means to nginx where a hop starts.
  Destination resolve(Hop hop, String name) {
    Place from = hop.place();
    if (Hole.in(name)) {
      return new Destination.Unclear("part of the host name is not known");
    }
    Optional<Address> literal = Address.parse(name);
    if (literal.isPresent()) {
      return address(from, literal.get());
    }
    String plain = name.toLowerCase(Locale.ROOT);
    List<HostEntry> entries =
        world.place(from).hosts().stream().filter(e -> e.name().equals(plain)).toList();
    if (!entries.isEmpty()) {
      return declared(from, entries);
    }
    if (plain.equals("localhost") || plain.equals("localhost.localdomain")) {
      return new Destination.Self(both());
    }
    if (world.isHost(world.network(from))) {
      return fromHost(hop, plain);
    }
    return world
        .owner(world.network(from))
        .map(owner -> fromContainer(hop, owner, plain))
        .orElseGet(
            () -> new Destination.Unclear("the container whose network it shares is not in view"));
  }

  /// nginx resolves `localhost` to both families; the first entry of a hosts file need not be its
  /// only one.
  private static Set<Address> both() {
    return new LinkedHashSet<>(List.of(Address.LOOPBACK_V4, Address.LOOPBACK_V6));
  }

  private Destination declared(Place from, List<HostEntry> entries) {
    if (entries.stream().anyMatch(entry -> entry.address().isEmpty())) {
      return new Destination.Machine();
    }
    List<Address> addresses =
        entries.stream().map(HostEntry::address).flatMap(Optional::stream).toList();
    if (addresses.stream().allMatch(Address::isLoopback)) {
      return new Destination.Self(new LinkedHashSet<>(addresses));
    }
    return address(from, addresses.getFirst());
  }

  private Destination address(Place from, Address address) {
    if (address.isLoopback()) {
      return new Destination.Self(Set.of(address));
    }
    if (address.isAny()) {
      // Linux takes a connection to the wildcard address for one to the loopback.
      boolean v4 = address.family() == Family.IPV4;
      return new Destination.Self(Set.of(v4 ? Address.LOOPBACK_V4 : Address.LOOPBACK_V6));
    }
    for (Place place : world.places()) {
      for (Attachment attachment : place.attachments()) {
        if (attachment.address().map(Sourced::value).filter(address::equals).isPresent()) {
          return new Destination.Containers(List.of(place), EnumSet.of(address.family()));
        }
      }
    }
    boolean inContainer = !world.isHost(world.network(from));
    return inContainer && address.literal().equals(DEFAULT_BRIDGE)
        ? new Destination.Machine()
        : new Destination.Elsewhere(address.literal());
  }

  private Destination fromHost(Hop hop, String name) {
    if (!world.named(name).isEmpty()) {
      boolean container = hop.place().kind() == Place.Kind.CONTAINER;
      return container
          ? new Destination.Nobody(name, Optional.empty())
          : new Destination.Unclear(
              "\"" + name + "\" is a container's name, which the host does not resolve");
    }
    Optional<Cause.Near> meant = meantUpstream(hop, name);
    if (meant.isPresent()) {
      return new Destination.Nobody(name, meant);
    }
    return name.contains(".")
        ? new Destination.Elsewhere(name)
        : new Destination.Unclear(
            "the host may resolve \"" + name + "\" by means that we do not see");
  }

  private Destination fromContainer(Hop hop, Place owner, String name) {
    Set<String> own = new HashSet<>();
    owner.attachments().forEach(attachment -> own.add(attachment.network()));
    List<Place> reached = new ArrayList<>();
    Optional<Place> apart = Optional.empty();
    for (World.Named named : world.named(name)) {
      if (own.contains(named.network()) && !reached.contains(named.place())) {
        reached.add(named.place());
      } else {
        apart = Optional.of(named.place());
      }
    }
    if (!reached.isEmpty()) {
      return new Destination.Containers(List.copyOf(reached), EnumSet.of(Family.IPV4));
    }
    if (GATEWAYS.contains(name)) {
      return new Destination.NoGateway(name);
    }
    Optional<Cause.NetworkNamesDiffer> misnamed =
        world.part().incomplete().isPresent() ? Optional.empty() : world.misnamed(owner, name);
    if (misnamed.isPresent() && apart.isEmpty()) {
      return new Destination.Misnamed(misnamed.get());
    }
    Optional<String> unseen = unseen(hop, owner, name);
    if (unseen.isPresent()) {
      return new Destination.Unclear(unseen.get());
    }
    if (apart.isPresent()) {
      return new Destination.Apart(apart.get());
    }
    return name.contains(".")
        ? new Destination.Elsewhere(name)
        : new Destination.Nobody(name, meantUpstream(hop, name).or(() -> meantContainer(name)));
  }

  /// A name by which one place reaches another.
  Optional<Cause.Near> reachedAs(Place from, Place target) {
    Set<String> own = new HashSet<>();
    world.place(from).attachments().forEach(attachment -> own.add(attachment.network()));
    return world.place(target).attachments().stream()
        .filter(attachment -> own.contains(attachment.network()))
        .flatMap(attachment -> attachment.names().stream())
        .findFirst()
        .map(name -> new Cause.Near(name.value(), name.at(), 0));
  }

  /// Why somebody that we do not see may have the name.
  private Optional<String> unseen(Hop hop, Place owner, String name) {
    if (world.part().incomplete().isPresent()) {
      return world.part().incomplete();
    }
    for (Attachment attachment : owner.attachments()) {
      if (attachment.external()) {
        return Optional.of("others may be on the external network");
      }
    }
    if (world.visited(name)) {
      return Optional.of("another project's \"" + name + "\" may join the network");
    }
    int dot = name.indexOf('.');
    boolean qualified = dot > 0 && !world.named(name.substring(0, dot)).isEmpty();
    if (qualified) {
      return Optional.of("\"" + name + "\" may be a container's name with its network");
    }
    if (world.names().stream().anyMatch(service -> numbers(name, service))) {
      return Optional.of("\"" + name + "\" may be one of several containers of a service");
    }
    boolean lonely =
        world.places().stream()
            .filter(place -> !place.network().equals(owner.network()))
            .allMatch(place -> place.attachments().isEmpty());
    return lonely && meantUpstream(hop, name).isEmpty()
        ? Optional.of("whoever it connects to is not described beside it")
        : Optional.empty();
  }

  /// Whether a name is that of a service's container: `project-web-1`, `project_web_1`.
  private static boolean numbers(String name, String service) {
    return name.matches("(.*[-_])?" + Pattern.quote(service) + "[-_][0-9]+");
  }

  /// The upstream whose name was misspelt: only a pass may name one, and a name with a dot may well
  /// be a machine's.
  private Optional<Cause.Near> meantUpstream(Hop hop, String name) {
    if (hop.upstream().isPresent() || name.contains(".")) {
      return Optional.empty();
    }
    List<Sourced<String>> candidates =
        world.part().upstreams().stream().map(Upstream::name).toList();
    return near(name, candidates);
  }

  private Optional<Cause.Near> meantContainer(String name) {
    List<Sourced<String>> candidates = new ArrayList<>();
    for (Place place : world.places()) {
      place.attachments().forEach(attachment -> candidates.addAll(attachment.names()));
    }
    return near(name, candidates);
  }

  private static Optional<Cause.Near> near(String name, List<Sourced<String>> candidates) {
    return Nearness.nearest(name, candidates)
        .map(
            found ->
                new Cause.Near(
                    found.value(), found.at(), Nearness.rivals(name, found.value(), candidates)));
  }
}
