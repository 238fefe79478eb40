package dev.nginxlint.link;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Sandbox;
import dev.nginxlint.stack.Sandbox.Effect;
import dev.nginxlint.stack.Sandbox.Veil;
import dev.nginxlint.stack.Stack.Superseded;
import java.util.List;
import java.util.Optional;

/// What a hop to a Unix socket meets.
final class Sockets {
  /// Nobody on the host makes a socket of that path, and somebody whom we do not see may.
  static final Answer.Unknown NOBODY_ON_HOST =
      new Answer.Unknown("no file that we see makes anything listen on that path");

  private final World world;
  private final Permission permission;

  Sockets(World world) {
    this.world = world;
    this.permission = new Permission(world);
  }

  /// The answer, as far as it can be told without looking at the other hops.
  Answer dial(Hop hop, String written) {
    if (Hole.in(written)) {
      return new Answer.Unknown("part of the path is not known");
    }
    String path = canonical(written);
    String identity = identity(hop.place(), path);
    Optional<Listener> there =
        world.sockets().stream().filter(l -> names(l, path, identity)).findFirst();
    if (there.isPresent()) {
      return met(hop, there.get(), path);
    }
    return superseded(identity)
        .or(() -> unshared(hop, path))
        .orElseGet(() -> nobody(hop, identity));
  }

  /// The one name of a path that has several.
  static String canonical(String path) {
    return Paths.canonical(path.startsWith("/") ? Paths.absolute(path) : path);
  }

  /// A name for the file that a path stands for in a place, the same wherever else it is mounted.
  String identity(Place place, String path) {
    return Paths.innermost(
            world.place(place).mounts().stream(), mount -> canonical(mount.target()), path)
        .map(mount -> mount.volume() + path.substring(canonical(mount.target()).length()))
        .map(Sockets::canonicalOnHost)
        .orElse(place.kind() == Place.Kind.HOST ? "host:" + path : place.id() + ":" + path);
  }

  private static String canonicalOnHost(String identity) {
    return identity.startsWith("host:") ? "host:" + canonical(identity.substring(5)) : identity;
  }

  private boolean names(Listener listener, String path, String identity) {
    if (!(listener.endpoint() instanceof Endpoint.Unix(String own))) {
      return false;
    }
    String mine = canonical(own);
    if (identity(listener.place(), mine).equals(identity)) {
      return true;
    }
    // Debian's alternatives link the unversioned name to the newest pool's socket.
    return path.equals("/run/php/php-fpm.sock")
        && mine.startsWith("/run/php/php")
        && mine.endsWith("-fpm.sock")
        && identity(listener.place(), path).equals(identity);
  }

  private Answer met(Hop hop, Listener listener, String path) {
    Optional<Veil> veil = veil(hop.from(), listener.owner(), path);
    if (veil.isPresent()) {
      return new Answer.Missed(new Cause.Hidden(listener, veil));
    }
    return permission
        .between(hop.from(), listener, path)
        .<Answer>map(barrier -> new Answer.Missed(new Cause.NoPermission(listener, barrier)))
        .orElseGet(
            () ->
                Speech.understood(hop.protocol(), listener.protocol())
                    ? new Answer.Found(listener, Optional.empty())
                    : new Answer.Missed(new Cause.WrongProtocol(listener)));
  }

  /// What makes the directory of the socket another one for either end.
  private static Optional<Veil> veil(Process dialler, Process owner, String path) {
    if (dialler.id().equals(owner.id()) || dialler.place().kind() != Place.Kind.HOST) {
      return Optional.empty();
    }
    Optional<Veil> made = veil(owner.sandbox(), path, Effect.OWN);
    Optional<Veil> seen = veil(dialler.sandbox(), path, Effect.OWN);
    if (made.isPresent() && made.map(Veil::namespace).equals(seen.map(Veil::namespace))) {
      return Optional.empty();
    }
    return made.or(() -> seen).or(() -> veil(dialler.sandbox(), path, Effect.INACCESSIBLE));
  }

  private static Optional<Veil> veil(Sandbox sandbox, String path, Effect effect) {
    return sandbox.veils().stream()
        .filter(veil -> veil.effect() == effect && Paths.within(veil.directory(), path))
        .findFirst();
  }

  private Optional<Answer> superseded(String identity) {
    for (Superseded superseded : world.part().superseded()) {
      Bind ignored = superseded.ignored();
      boolean same =
          ignored.endpoint() instanceof Endpoint.Unix(String path)
              && identity(superseded.owner().place(), canonical(path)).equals(identity);
      Optional<Listener> actual =
          world.part().listeners().stream()
              .filter(l -> l.owner().id().equals(superseded.owner().id()))
              .findFirst();
      if (same && actual.isPresent()) {
        return Optional.of(new Answer.Missed(new Cause.Superseded(ignored, actual.get())));
      }
    }
    return Optional.empty();
  }

  /// A container that makes a socket of this path, in a tree of its own.
  private Optional<Answer> unshared(Hop hop, String path) {
    return world.sockets().stream()
        .filter(l -> !l.place().id().equals(hop.place().id()))
        .filter(l -> l.place().kind() == Place.Kind.CONTAINER)
        .filter(
            l -> l.endpoint() instanceof Endpoint.Unix(String own) && canonical(own).equals(path))
        .findFirst()
        .map(
            l ->
                new Answer.Missed(
                    seen(hop.place(), l)
                        .<Cause>map(other -> new Cause.WrongPath(l, other))
                        .orElseGet(() -> new Cause.Hidden(l, Optional.empty()))));
  }

  /// By which address a socket in a mount is seen from a place; empty if it is not.
  private Optional<String> seen(Place from, Listener listener) {
    if (!(listener.endpoint() instanceof Endpoint.Unix(String own))) {
      return Optional.empty();
    }
    String identity = identity(listener.place(), canonical(own));
    return world.place(from).mounts().stream()
        .filter(mount -> Paths.within(mount.volume(), identity))
        .map(mount -> mount.target() + identity.substring(mount.volume().length()))
        .filter(path -> identity(from, canonical(path)).equals(identity))
        .findFirst()
        .map("unix:"::concat);
  }

  private Cause wrongPath(Hop hop, Listener listener) {
    return new Cause.WrongPath(
        listener, seen(hop.place(), listener).orElse(listener.endpoint().toString()));
  }

  private Answer nobody(Hop hop, String identity) {
    Place place = world.place(hop.place());
    if (identity.startsWith("host:")) {
      return NOBODY_ON_HOST;
    }
    if (identity.startsWith("volume:")) {
      return inVolume(hop, identity.substring(0, identity.indexOf('/', "volume:".length() + 1)));
    }
    Optional<String> open = world.open(world.network(place));
    if (open.isPresent()) {
      return new Answer.Unknown(open.get());
    }
    List<Listener> own = world.sockets(place);
    return own.isEmpty() ? world.nothing(place) : new Answer.Missed(wrongPath(hop, own.getFirst()));
  }

  /// Who makes a socket in the volume, under another name.
  private Answer inVolume(Hop hop, String volume) {
    for (Listener listener : world.sockets()) {
      boolean within =
          listener.endpoint() instanceof Endpoint.Unix(String path)
              && identity(listener.place(), canonical(path)).startsWith(volume + "/");
      if (within && Speech.understood(hop.protocol(), listener.protocol())) {
        return new Answer.Missed(wrongPath(hop, listener));
      }
    }
    return new Answer.Unknown("nothing that we know makes a socket in that volume");
  }
}
