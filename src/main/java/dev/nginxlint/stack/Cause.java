package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Optional;

/// Why a hop is not answered: a closed set, each with the end that it should have met.
public sealed interface Cause {
  /// The server listens, on another port of the place that is dialled.
  record WrongPort(Listener nearest) implements Cause {}

  /// The server listens on the port, on another address.
  record WrongAddress(Listener nearest) implements Cause {}

  /// The server listens on the port, in the other address family.
  record WrongFamily(Listener nearest, Family dialled) implements Cause {}

  /// The server listens on a Unix socket of another path; `seen` is its address as nginx would have
  /// to write it, which a mount can make another than the server's.
  record WrongPath(Listener nearest, String seen) implements Cause {}

  /// nginx dials a port and the server listens on a Unix socket, or the reverse.
  record WrongKind(Listener nearest) implements Cause {}

  /// The server is there and speaks something else.
  record WrongProtocol(Listener met) implements Cause {}

  /// The image has one server, which listens on another port and speaks something else.
  record OtherServer(Listener nearest) implements Cause {}

  /// nginx dials its own loopback, and the server listens in another container.
  record OtherLoopback(Listener nearest) implements Cause {}

  /// The server is there, and listens on the loopback of its container only.
  record BoundToLoopback(Listener met) implements Cause {}

  /// The server listens in a container, on a port that nobody published.
  record NotPublished(Listener inside) implements Cause {}

  /// The server's port is published under another number.
  record PublishedElsewhere(Publication publication) implements Cause {}

  /// The port is published on another address of the host than the one that is dialled.
  record PublishedOnAddress(Publication publication) implements Cause {}

  /// A container dials the port of the host, which is published on the host's loopback only.
  record PublishedOnLoopback(Publication publication) implements Cause {}

  /// The port of the host is dialled from inside the network, where only the container's counts.
  record HostPortInside(Publication publication, Optional<Listener> inside) implements Cause {}

  /// The port is published to a port of the container on which nothing listens.
  record PublishedToNothing(Publication publication, Listener nearest) implements Cause {}

  /// The name belongs to a container that is on none of the networks of the one that dials.
  record NoSharedNetwork(Place target) implements Cause {}

  /// The name belongs to a container of another project; of the networks that the two call alike,
  /// one is a project's own and has another name in Docker.
  record NetworkNamesDiffer(Place from, Place.Attachment own, Place target, Place.Attachment other)
      implements Cause {}

  /// The address is one of IPv6, which the place that it is dialled from does without.
  record NoIpv6(Place from, Ipv6Off off) implements Cause {}

  /// Somebody answers to the name, and so does another place, of which nginx makes a second peer.
  ///
  /// @param deaf the other place
  /// @param why it does not answer
  record SharedName(Listener met, Place deaf, Cause why) implements Cause {}

  /// Nobody has the name; `meant` is one that looks like it.
  record NoSuchName(String name, Optional<Near> meant) implements Cause {}

  /// The name means the machine that runs the containers, and nobody declared it.
  record NoHostGateway(String name) implements Cause {}

  /// Everything that could listen is in view, and nothing does.
  record NothingListens(Place place) implements Cause {}

  /// nginx's user may not connect to the socket.
  record NoPermission(Listener met, Barrier barrier) implements Cause {}

  /// The file of the socket is not in the tree that nginx sees.
  record Hidden(Listener nearest, Optional<Sandbox.Veil> veil) implements Cause {}

  /// The server listens in a network namespace of its own, which `at` gives it.
  record PrivateNetwork(Listener met, Span at) implements Cause {}

  /// The address is one that the server was told, and ignores: systemd hands it a socket, or a file
  /// that is read later tells it another.
  record Superseded(Bind ignored, Listener actual) implements Cause {}

  /// Somebody declared who listens there, outside of what is in view, and that it speaks something
  /// else.
  record DeclaredOtherwise(External declared) implements Cause {}

  /// A name that exists, and where it is written.
  ///
  /// @param rivals how many others may be meant as well
  record Near(String name, Span at, int rivals) {}

  /// What stands between a user and a socket.
  ///
  /// @param path the file or directory that may not be written or entered
  /// @param mode its mode
  /// @param why a clause for the message: `mode 0700, owner app`
  record Barrier(String path, int mode, String why, Optional<Span> at) {}
}
