package dev.nginxlint.server;

import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import java.util.Set;

/// Sockets in the words of ss(8).
final class ShownSockets {
  private ShownSockets() {}

  static String of(Bind bind, RealServer server) {
    return switch (bind.endpoint()) {
      case Endpoint.Inet inet ->
          inet.families().equals(Set.of(Family.values())) ? "*:" + inet.port() : inet.toString();
      case Endpoint.Unix(String path) ->
          server.relative(path)
              + " %04o".formatted(bind.file().mode().map(Effective::value).orElse(0755));
      case Endpoint.Abstract(String name) -> "@" + name.replace('\0', '@');
    };
  }
}
