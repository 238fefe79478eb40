package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Unix socket's path does not fit into the kernel's address.
public final class SocketPathTooLong implements Rule {
  /// `sun_path` has 108 bytes, one of them for the end (unix(7)).
  private static final int MOST_BYTES = 107;

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, String> paths = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.hop().target() instanceof Target.Unix(var path)) {
        paths.put(call.hop().at(), path.value());
      }
    }
    for (Listener listener : stack.listeners()) {
      if (listener.endpoint() instanceof Endpoint.Unix(String path)) {
        paths.put(listener.bind().at(), path);
      }
    }
    return paths.entrySet().stream()
        .filter(entry -> !Hole.in(entry.getValue()) && bytes(entry.getValue()) > MOST_BYTES)
        .map(entry -> finding(entry.getKey(), bytes(entry.getValue())))
        .toList();
  }

  private static int bytes(String path) {
    return path.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Finding finding(Span at, int bytes) {
    return Finding.at(
            at,
            bytes + " bytes",
            "the path of a Unix socket has %s bytes, and at most %s fit"
                .formatted(bytes, MOST_BYTES))
        .effect("nginx does not start; [emerg] too long path in the unix domain socket")
        .fix("use a shorter path, such as one directly under /run");
  }
}
