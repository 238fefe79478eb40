package dev.nginxlint.link;

import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a connection meets that has reached a network namespace.
final class Arrivals {
  /// How it got there.
  sealed interface Approach {
    /// It was made to these addresses of the loopback, from within.
    record Inside(Set<Address> addresses) implements Approach {}

    /// It came in through an interface.
    record Outside(Set<Family> families) implements Approach {}
  }

  /// Through a bridge or a published port: an engine's networks are IPv4 unless told otherwise.
  static final Approach BRIDGED = new Approach.Outside(EnumSet.of(Family.IPV4));

  private final World world;

  Arrivals(World world) {
    this.world = world;
  }

  /// What listens on the port, or why that is not enough; empty if nobody we know listens on it.
  Optional<Answer> meet(String network, Approach approach, int port, Protocol protocol) {
    List<Listener> there = world.on(network, port);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    List<Listener> takers = there.stream().filter(taking(approach)).toList();
    if (takers.isEmpty()) {
      // That somebody may listen on another address keeps nobody from listening on this one.
      return there.stream()
          .filter(listener -> listener.bind().evidence() != Evidence.HINT)
          .findFirst()
          .map(listener -> refused(listener, approach));
    }
    List<Listener> open = takers.stream().filter(l -> secluded(l).isEmpty()).toList();
    if (open.isEmpty()) {
      Listener met = takers.getFirst();
      return secluded(met).map(at -> new Answer.Missed(new Cause.PrivateNetwork(met, at)));
    }
    return Optional.of(
        open.stream()
            .filter(taker -> Speech.understood(protocol, taker.protocol()))
            .findFirst()
            .<Answer>map(taker -> new Answer.Found(taker, Optional.empty()))
            .orElseGet(() -> new Answer.Missed(new Cause.WrongProtocol(open.getFirst()))));
  }

  /// What gives a server a network of its own; a socket of systemd's is opened outside of it.
  private static Optional<Span> secluded(Listener listener) {
    return listener.bind().opener() == Bind.Opener.SYSTEMD
        ? Optional.empty()
        : listener.owner().sandbox().privateNetwork();
  }

  /// What a connection meets that is made to a port of the host; empty if it leads nowhere we know.
  Optional<Answer> meetOnHost(Approach approach, int port, Protocol protocol) {
    Optional<Answer> own = meet(World.HOST, approach, port, protocol);
    if (own.isPresent() && own.get() instanceof Answer.Found) {
      return own;
    }
    Optional<Answer> through =
        world.published(port).stream()
            .filter(publication -> open(publication, approach, port))
            .findFirst()
            .map(publication -> deliver(publication, protocol));
    return through.or(() -> own);
  }

  /// What a connection to a published port meets in the container.
  Answer deliver(Publication publication, Protocol protocol) {
    String network = world.network(publication.container());
    int port = publication.target().value();
    Optional<Answer> met = meet(network, BRIDGED, port, protocol);
    if (met.isPresent()) {
      return met.get() instanceof Answer.Found(Listener listener, Optional<Publication> _)
          ? new Answer.Found(listener, Optional.of(publication))
          : met.get();
    }
    return world
        .open(network)
        .<Answer>map(Answer.Unknown::new)
        .or(
            () ->
                nearest(network, protocol)
                    .map(l -> new Answer.Missed(new Cause.PublishedToNothing(publication, l))))
        .orElseGet(() -> world.nothing(publication.container()));
  }

  /// The listener of a network namespace that was most likely meant, whatever its port.
  Optional<Listener> nearest(String network, Protocol protocol) {
    List<Listener> all = world.inet(network);
    return all.stream()
        .filter(l -> Speech.understood(protocol, l.protocol()) && l.proven())
        .findFirst()
        .or(() -> all.stream().filter(l -> Speech.understood(protocol, l.protocol())).findFirst());
  }

  /// The only listener of an image that is known to have no other, whatever it speaks.
  Optional<Listener> foreign(String network) {
    List<Listener> all = world.inet(network);
    return all.size() == 1 && all.getFirst().bind().evidence() == Evidence.IMAGE_DEFAULT
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  private static boolean open(Publication publication, Approach approach, int port) {
    return switch (approach) {
      case Approach.Inside(Set<Address> addresses) ->
          addresses.stream().anyMatch(address -> publication.takes(address, port));
      // A container reaches the host by the address of a bridge, never by a loopback.
      case Approach.Outside _ ->
          publication.host().map(host -> !host.value().isLoopback()).orElse(true)
              && publication.published().map(p -> p.value() == port).orElse(false);
    };
  }

  private static Predicate<Listener> taking(Approach approach) {
    return listener ->
        listener.endpoint() instanceof Endpoint.Inet inet
            && switch (approach) {
              case Approach.Inside(Set<Address> addresses) ->
                  addresses.stream().anyMatch(dialled -> takes(inet, dialled));
              case Approach.Outside(Set<Family> families) ->
                  !inet.address().isLoopback()
                      && inet.families().stream().anyMatch(families::contains);
            };
  }

  /// Whether a socket takes connections that are made to an address of its own machine.
  static boolean takes(Endpoint.Inet inet, Address dialled) {
    return inet.address().equals(dialled)
        || (inet.address().isAny() && inet.families().contains(dialled.family()));
  }

  private static Answer refused(Listener listener, Approach approach) {
    Endpoint.Inet inet = (Endpoint.Inet) listener.endpoint();
    Cause cause =
        switch (approach) {
          case Approach.Inside(Set<Address> addresses) -> {
            Family dialled = addresses.iterator().next().family();
            boolean near = inet.address().isAny() || inet.address().isLoopback();
            yield near && !inet.families().contains(dialled)
                ? new Cause.WrongFamily(listener, dialled)
                : new Cause.WrongAddress(listener);
          }
          case Approach.Outside(Set<Family> families) ->
              inet.address().isLoopback()
                  ? new Cause.BoundToLoopback(listener)
                  : new Cause.WrongFamily(listener, families.iterator().next());
        };
    return new Answer.Missed(cause);
  }
}
