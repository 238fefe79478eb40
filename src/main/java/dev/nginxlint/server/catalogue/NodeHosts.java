package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Effective;
import java.time.Duration;
import java.util.Optional;

/// What node and the servers written for it make of a host: a name gives one socket, on the first
/// address that it has.
final class NodeHosts {
  /// Told no host, node takes both families.
  static final Hosts PLAIN =
      Hosts.of(
          """
          (none)     dual
          ::         dual
          localhost  ::1
          """);

  /// How long node keeps an idle connection.
  static final Optional<Effective<Duration>> IDLE =
      Optional.of(new Effective.Default<>(Duration.ofSeconds(5), "node"));

  private NodeHosts() {}

  /// A server of node's that has not changed what node does, or bun in its place.
  static Serving serving(String name, Invocation call) {
    Serving serving = new Serving(name, call);
    if (call.name().equals("bun")) {
      serving.backlog(Optional.of(new Effective.Default<>(512, "bun")));
      return serving;
    }
    serving.keepAlive("keepAliveTimeout", IDLE);
    serving.backlog(Optional.of(new Effective.Default<>(511, "node")));
    return serving;
  }
}
