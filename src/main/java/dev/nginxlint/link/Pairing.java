package dev.nginxlint.link;

import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who was meant, where nobody answers on a host that may run more than we see.
///
/// A hop that nobody answers and a server that nobody dials belong together if they are the only
/// two, or if their names say so; otherwise nothing is said.
final class Pairing {
  private final World world;
  private final Set<String> dialled;
  private final Map<String, Hop> targets = new LinkedHashMap<>();
  private final Map<String, Optional<Cause>> causes = new HashMap<>();

  /// @param unanswered the hops that nobody on the host answers
  /// @param dialled the ids of the processes that some hop reaches
  Pairing(World world, List<Hop> unanswered, Set<String> dialled) {
    this.world = world;
    this.dialled = dialled;
    unanswered.forEach(hop -> targets.putIfAbsent(key(hop), hop));
  }

  /// Why nobody answers one of the hops, if somebody was plainly meant.
  Optional<Cause> meant(Hop hop) {
    return causes.computeIfAbsent(
        key(hop),
        key ->
            containerPort(targets.get(key))
                .or(() -> server(targets.get(key)))
                .or(() -> container(targets.get(key))));
  }

  private static String key(Hop hop) {
    return switch (hop.target()) {
      case Target.Inet inet -> String.valueOf(inet.port().value());
      case Target.Unix unix -> Sockets.canonical(unix.path().value());
      case Target.Open open -> open.why();
    };
  }

  /// The port that is dialled is a container's, and is published as another one or not at all.
  private Optional<Cause> containerPort(Hop hop) {
    if (!(hop.target() instanceof Target.Inet inet)) {
      return Optional.empty();
    }
    int port = inet.port().value();
    List<Publication> others =
        world.part().publications().stream()
            .filter(p -> p.target().value() == port && p.published().isPresent())
            .toList();
    List<Publication> same =
        others.stream().filter(p -> p.published().orElseThrow().value() == port).toList();
    if (same.size() == 1) {
      return Optional.of(new Cause.PublishedOnAddress(same.getFirst()));
    }
    if (others.size() == 1) {
      return Optional.of(new Cause.PublishedElsewhere(others.getFirst()));
    }
    List<Listener> inside =
        world.part().listeners().stream()
            .filter(l -> !world.isHost(world.network(l.place())) && l.proven())
            .filter(l -> l.endpoint() instanceof Endpoint.Inet i && i.port() == port)
            .filter(l -> l.owner().role() == Process.Role.APPLICATION)
            .filter(l -> Speech.understood(hop.protocol(), l.protocol()))
            .toList();
    boolean unpublished =
        inside.size() == 1 && world.publishedBy(inside.getFirst().place()).isEmpty();
    return others.isEmpty() && unpublished
        ? Optional.of(new Cause.NotPublished(inside.getFirst()))
        : Optional.empty();
  }

  /// The container whose name says that it was meant, if it can be reached by another port.
  private Optional<Cause> container(Hop hop) {
    // All that a host runs is in view there: the only port that nobody dials was meant, whatever
    // listens behind it.
    boolean alone =
        world.part().kind() == Part.Kind.HOST
            && targets.size() == 1
            && world.open(World.HOST).isEmpty();
    Map<String, Listener> free = new LinkedHashMap<>();
    Map<String, Publication> ways = new HashMap<>();
    for (Listener listener : world.part().listeners()) {
      String id = listener.owner().id();
      List<Publication> leading =
          world.publishedBy(listener.place()).stream()
              .filter(p -> p.published().isPresent())
              .filter(
                  p ->
                      listener.endpoint() instanceof Endpoint.Inet i
                          && i.port() == p.target().value())
              .toList();
      boolean candidate =
          leading.size() == 1
              && hop.target() instanceof Target.Inet
              && (listener.proven() || alone)
              && isServer(listener.owner())
              && !dialled.contains(id)
              && Speech.understood(hop.protocol(), listener.protocol());
      if (candidate) {
        free.putIfAbsent(id, listener);
        ways.putIfAbsent(id, leading.getFirst());
      }
    }
    return byName(hop, free, opaque())
        .or(() -> alone ? only(hop, free) : Optional.empty())
        .map(listener -> new Cause.PublishedElsewhere(ways.get(listener.owner().id())));
  }

  /// An application, or an nginx that dials nobody and so serves files.
  private boolean isServer(Process process) {
    return switch (process.role()) {
      case APPLICATION -> true;
      case AUXILIARY -> false;
      case PROXY ->
          world.part().hops().stream().noneMatch(hop -> hop.from().id().equals(process.id()));
    };
  }

  private Optional<Cause> server(Hop hop) {
    Map<String, Listener> free = new LinkedHashMap<>();
    for (Listener listener : world.part().listeners()) {
      boolean candidate =
          world.isHost(world.network(listener.place()))
              && listener.owner().role() != Process.Role.PROXY
              && listener.proven()
              && !dialled.contains(listener.owner().id())
              && Speech.understood(hop.protocol(), listener.protocol());
      if (candidate) {
        free.putIfAbsent(listener.owner().id(), listener);
      }
    }
    boolean alone = targets.size() == 1 && world.open(World.HOST).isEmpty();
    return byName(hop, free, opaque())
        .or(() -> alone ? only(hop, free).filter(l -> meant(hop, l)) : Optional.empty())
        .map(listener -> cause(hop, listener));
  }

  /// The programs on the host that may listen anywhere.
  private List<Process> opaque() {
    return world.part().processes().stream()
        .filter(p -> world.isHost(world.network(p.place())))
        .filter(p -> p.role() == Process.Role.APPLICATION && !dialled.contains(p.id()))
        .filter(p -> world.part().listeners().stream().noneMatch(l -> proves(l, p)))
        .toList();
  }

  /// Bytes may be passed on to a program of any kind, which a package brought: only a port that is
  /// almost the server's was meant to be it.
  private static boolean meant(Hop hop, Listener listener) {
    return hop.protocol() != Protocol.TCP
        || !(hop.target() instanceof Target.Inet(var _, var port))
        || !(listener.endpoint() instanceof Endpoint.Inet inet)
        || Nearness.distance(port.value().toString(), String.valueOf(inet.port())) <= 1;
  }

  private static boolean proves(Listener listener, Process process) {
    return listener.proven() && listener.owner().id().equals(process.id());
  }

  /// The only application; a store is meant by nobody but who speaks its protocol.
  private Optional<Listener> only(Hop hop, Map<String, Listener> free) {
    List<Listener> applications =
        free.values().stream()
            .filter(l -> isServer(l.owner()) || hop.protocol() == Protocol.MEMCACHED)
            .toList();
    return applications.size() == 1 ? Optional.of(applications.getFirst()) : Optional.empty();
  }

  /// The one whose name has most in common with the hop's, if no other hop is nearer to it, nor the
  /// hop to a program of which nobody can tell what it listens on.
  private Optional<Listener> byName(Hop hop, Map<String, Listener> free, List<Process> opaque) {
    Optional<Listener> best = Optional.empty();
    int bestScore = 0;
    boolean tie = false;
    for (Listener listener : free.values()) {
      int score = Affinity.of(hop, listener);
      tie = score == bestScore || (tie && score < bestScore);
      if (score > bestScore) {
        best = Optional.of(listener);
        bestScore = score;
      }
    }
    int found = bestScore;
    boolean another = opaque.stream().anyMatch(process -> Affinity.of(hop, process) >= found);
    Optional<Listener> candidate = tie || another ? Optional.empty() : best;
    return candidate.filter(
        listener ->
            targets.values().stream()
                .allMatch(
                    other -> key(other).equals(key(hop)) || Affinity.of(other, listener) < found));
  }

  private static Cause cause(Hop hop, Listener listener) {
    return switch (listener.endpoint()) {
      case Endpoint.Inet _ ->
          hop.target() instanceof Target.Inet
              ? new Cause.WrongPort(listener)
              : new Cause.WrongKind(listener);
      case Endpoint.Unix _, Endpoint.Abstract _ ->
          hop.target() instanceof Target.Unix
              ? new Cause.WrongPath(listener, listener.endpoint().toString())
              : new Cause.WrongKind(listener);
    };
  }
}
