package dev.nginxlint.server;

import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;

/// Sockets in the words of ss(8).
final class ShownSockets {
  private ShownSockets() {}

  static String of(Bind bind, RealServer server) {
    String queue = bind.backlog().map(length -> ":queue=" + length.value()).orElse("");
    return switch (bind.endpoint()) {
      case Endpoint.Inet inet ->
          (inet.families().size() > 1 ? "*:" + inet.port() : inet.toString()) + queue;
      case Endpoint.Unix(String path) ->
          server.relative(path)
              + queue
              + " %04o".formatted(bind.file().mode().map(Effective::value).orElse(0755));
      case Endpoint.Abstract(String name) -> "@" + name.replace('\0', '@') + queue;
    };
  }
}
