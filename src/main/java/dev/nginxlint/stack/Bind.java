package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// One socket that a program opens to be reached by.
///
/// @param at where the address was written, or the program was named if the address is a default
/// @param file for a Unix socket, what becomes of its file; [SocketFile#PLAIN] for the others
public record Bind(
    Endpoint endpoint, Protocol protocol, Evidence evidence, Span at, SocketFile file) {
  /// An internet socket.
  public static Bind inet(Endpoint.Inet endpoint, Protocol protocol, Evidence evidence, Span at) {
    return new Bind(endpoint, protocol, evidence, at, SocketFile.PLAIN);
  }
}
