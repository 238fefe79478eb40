package dev.nginxlint.link;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a hop to a host and a port meets.
final class Dialling {
  /// Nobody listens on a port of the host, and somebody whom we do not see may.
  static final Answer.Unknown NOBODY_ON_HOST =
      new Answer.Unknown("no file that we see makes anything listen there");

  private final World world;
  private final Names names;
  private final Arrivals arrivals;

  Dialling(World world) {
    this.world = world;
    this.names = new Names(world);
    this.arrivals = new Arrivals(world);
  }

  /// The answer, as far as it can be told without looking at the other hops.
  Answer dial(Hop hop, Target.Inet target) {
    int port = target.port().value();
    Optional<Cause> off = withoutIpv6(hop, target);
    if (off.isPresent()) {
      return new Answer.Missed(off.get());
    }
    return switch (names.resolve(hop, target.host().value())) {
      case Destination.Self(Set<Address> addresses) -> self(hop, addresses, port);
      case Destination.Containers(List<Place> places, Set<Family> families) ->
          containers(hop, places, new Arrivals.Approach.Outside(families), port);
      case Destination.Machine _ ->
          arrivals
              .meetOnHost(Arrivals.BRIDGED, port, hop.protocol())
              .or(() -> onLoopbackOnly(port))
              .orElse(new Answer.Unknown("the host may run what we do not see"));
      case Destination.Elsewhere(String name) -> new Answer.External(name);
      case Destination.Unclear(String why) -> new Answer.Unknown(why);
      case Destination.Nobody(String name, Optional<Cause.Near> meant) ->
          new Answer.Missed(new Cause.NoSuchName(name, meant.or(() -> onPort(hop, port))));
      case Destination.Apart(Place place) -> new Answer.Missed(new Cause.NoSharedNetwork(place));
      case Destination.Misnamed(Cause.NetworkNamesDiffer cause) -> new Answer.Missed(cause);
      case Destination.NoGateway(String name) -> new Answer.Missed(new Cause.NoHostGateway(name));
    };
  }

  /// That a literal address is one of IPv6, of which there is none where the hop starts.
  private Optional<Cause> withoutIpv6(Hop hop, Target.Inet target) {
    Place from = world.place(hop.place());
    return Address.parse(target.host().value())
        .flatMap(dialled -> world.ipv6Off(from).filter(off -> off.lacks(dialled)))
        .map(off -> new Cause.NoIpv6(from, off));
  }

  /// That the port of the host is published, where no container reaches it.
  private Optional<Answer> onLoopbackOnly(int port) {
    return world.published(port).stream()
        .filter(p -> p.host().filter(host -> host.value().isLoopback()).isPresent())
        .findFirst()
        .map(p -> new Answer.Missed(new Cause.PublishedOnLoopback(p)));
  }

  /// The name of the only container that could answer on the port that is dialled.
  private Optional<Cause.Near> onPort(Hop hop, int port) {
    List<Listener> all =
        world.part().listeners().stream()
            .filter(l -> l.endpoint() instanceof Endpoint.Inet i && i.port() == port)
            .filter(l -> l.proven() && Speech.understood(hop.protocol(), l.protocol()))
            .filter(l -> !world.network(l.place()).equals(world.network(hop.place())))
            .toList();
    return all.size() == 1
        ? names.reachedAs(hop.place(), all.getFirst().place())
        : Optional.empty();
  }

  private Answer self(Hop hop, Set<Address> addresses, int port) {
    String network = world.network(hop.place());
    Arrivals.Approach inside = new Arrivals.Approach.Inside(addresses);
    if (world.isHost(network)) {
      return arrivals.meetOnHost(inside, port, hop.protocol()).orElse(NOBODY_ON_HOST);
    }
    return arrivals
        .meet(network, inside, port, hop.protocol())
        .or(() -> world.open(network).map(Answer.Unknown::new))
        .orElseGet(() -> othersLoopback(hop, port));
  }

  /// A closed container that dials itself where nobody listens: who was meant lives elsewhere.
  private Answer othersLoopback(Hop hop, int port) {
    List<Listener> others = new ArrayList<>();
    for (Place place : world.places()) {
      boolean other = place.kind() == Place.Kind.CONTAINER && place.id().equals(place.network());
      if (other && !place.network().equals(world.network(hop.place()))) {
        world.on(place.network(), port).stream()
            .filter(l -> Speech.understood(hop.protocol(), l.protocol()))
            .forEach(others::add);
      }
    }
    return others.isEmpty()
        ? nearestOwn(hop)
        : new Answer.Missed(new Cause.OtherLoopback(others.getFirst()));
  }

  private Answer nearestOwn(Hop hop) {
    return arrivals
        .nearest(world.network(hop.place()), hop.protocol())
        .filter(l -> !l.owner().id().equals(hop.from().id()))
        .<Cause>map(Cause.WrongPort::new)
        .or(() -> socket(hop.place(), hop.protocol()))
        .<Answer>map(Answer.Missed::new)
        .orElseGet(() -> world.nothing(world.place(hop.place())));
  }

  private Answer containers(Hop hop, List<Place> places, Arrivals.Approach approach, int port) {
    Optional<Answer> refusal = Optional.empty();
    for (Place place : places) {
      Optional<Answer> met = arrivals.meet(world.network(place), approach, port, hop.protocol());
      if (met.isPresent() && met.get() instanceof Answer.Found) {
        return met.get();
      }
      refusal = refusal.or(() -> met);
    }
    return refusal.orElseGet(() -> nobodyIn(places, port, hop.protocol()));
  }

  /// The places beside the one that answers a hop which have the same name and do not answer, if
  /// all of them run: to nginx each is a peer.
  List<Answer> deaf(Hop hop, Listener met) {
    if (!(hop.target() instanceof Target.Inet(var host, var port))
        || !(names.resolve(hop, host.value())
            instanceof Destination.Containers(List<Place> places, Set<Family> families))
        || places.size() < 2
        || !places.stream().allMatch(place -> world.runs(place, host.value()))) {
      return List.of();
    }
    List<Answer> deaf = new ArrayList<>();
    for (Place place : places) {
      Answer answer =
          containers(hop, List.of(place), new Arrivals.Approach.Outside(families), port.value());
      if (answer instanceof Answer.Missed(Cause why)) {
        deaf.add(new Answer.Missed(new Cause.SharedName(met, place, why)));
      }
    }
    return deaf;
  }

  private Answer nobodyIn(List<Place> places, int port, Protocol protocol) {
    Place place = places.getFirst();
    String network = world.network(place);
    Optional<Publication> published =
        world.publishedBy(place).stream()
            .filter(p -> p.published().map(Sourced::value).filter(n -> n == port).isPresent())
            .filter(p -> p.target().value() != port)
            .findFirst();
    if (published.isPresent()) {
      Optional<Listener> inside =
          world.on(network, published.get().target().value()).stream().findFirst();
      return new Answer.Missed(new Cause.HostPortInside(published.get(), inside));
    }
    Optional<Cause> told = superseded(place, port);
    if (told.isPresent()) {
      return new Answer.Missed(told.get());
    }
    Optional<String> open = world.open(network);
    if (open.isPresent()) {
      List<String> hints = world.inet(network).stream().map(Listener::toString).toList();
      return new Answer.Unknown(open.get(), hints);
    }
    return arrivals
        .nearest(network, protocol)
        .<Cause>map(Cause.WrongPort::new)
        .or(() -> socket(place, protocol))
        .or(() -> arrivals.foreign(network).map(Cause.OtherServer::new))
        .<Answer>map(Answer.Missed::new)
        .orElseGet(() -> world.nothing(place));
  }

  /// A port that a server of the place was told first, and then another.
  private Optional<Cause> superseded(Place place, int port) {
    return world.part().superseded().stream()
        .filter(s -> s.owner().place().id().equals(place.id()))
        .filter(s -> s.ignored().endpoint() instanceof Endpoint.Inet i && i.port() == port)
        .flatMap(
            s ->
                world.part().listeners().stream()
                    .filter(l -> l.owner().id().equals(s.owner().id()))
                    .limit(1)
                    .<Cause>map(l -> new Cause.Superseded(s.ignored(), l)))
        .findFirst();
  }

  private Optional<Cause> socket(Place place, Protocol protocol) {
    return world.sockets(place).stream()
        .filter(listener -> Speech.understood(protocol, listener.protocol()))
        .findFirst()
        .map(Cause.WrongKind::new);
  }
}
