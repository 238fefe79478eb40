package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;

/// Where a hop wants to go.
public sealed interface Target {
  /// A host, by name or literal address, and a port that may be a default.
  record Inet(Sourced<String> host, Effective<Integer> port) implements Target {}

  /// The file of a Unix socket.
  record Unix(Sourced<String> path) implements Target {}

  /// Only known when a request comes, or filled in by somebody else.
  record Open(String why) implements Target {}
}
