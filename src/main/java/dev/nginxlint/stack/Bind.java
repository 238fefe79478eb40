package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.EnumSet;
import java.util.Optional;

/// One socket that a program opens to be reached by.
///
/// @param at where the address was written, or the program was named if the address is a default
/// @param file for a Unix socket, what becomes of its file; [SocketFile#PLAIN] for the others
/// @param opener who makes it
/// @param backlog how many connections wait on it, if that is told of it alone
public record Bind(
    Endpoint endpoint,
    Protocol protocol,
    Evidence evidence,
    Span at,
    SocketFile file,
    Opener opener,
    Optional<Effective<Integer>> backlog) {
  /// Who makes a socket.
  public enum Opener {
    /// The program that listens on it.
    SERVER,
    /// The same before it becomes another user than root.
    ROOT,
    /// systemd, which hands it over: what is kept from the server's own process does not matter.
    SYSTEMD
  }

  /// The same, made by another.
  public Bind by(Opener other) {
    return new Bind(endpoint, protocol, evidence, at, file, other, backlog);
  }

  /// The same, made by a program that never was root: whose file it is by default, it is not.
  public Bind unprivileged() {
    SocketFile own =
        new SocketFile(
            file.mode(),
            file.user().filter(Effective.Written.class::isInstance),
            file.group().filter(Effective.Written.class::isInstance));
    return new Bind(endpoint, protocol, evidence, at, own, Opener.SERVER, backlog);
  }

  /// A socket that the program makes itself.
  public Bind(Endpoint endpoint, Protocol protocol, Evidence evidence, Span at, SocketFile file) {
    this(endpoint, protocol, evidence, at, file, Opener.SERVER, Optional.empty());
  }

  /// An internet socket.
  public static Bind inet(Endpoint.Inet endpoint, Protocol protocol, Evidence evidence, Span at) {
    return new Bind(endpoint, protocol, evidence, at, SocketFile.PLAIN);
  }

  /// Somebody expects a listener on a port, and nobody says what it speaks.
  public static Bind expected(Sourced<Integer> port) {
    Endpoint.Inet endpoint =
        new Endpoint.Inet(Address.ANY_V6, port.value(), EnumSet.allOf(Family.class));
    return inet(endpoint, Protocol.TCP, Evidence.HINT, port.at());
  }

  /// The same, on other evidence.
  public Bind on(Evidence other) {
    return new Bind(endpoint, protocol, other, at, file, opener, backlog);
  }

  /// The same, with another protocol spoken on it.
  public Bind speaking(Protocol other) {
    return new Bind(endpoint, other, evidence, at, file, opener, backlog);
  }

  /// The same, with so many connections waiting on it.
  public Bind queueing(Optional<Effective<Integer>> length) {
    return new Bind(endpoint, protocol, evidence, at, file, opener, length);
  }
}
