package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A pass that is there for WebSocket does not hand the handshake on.
public final class WebsocketHeadersMissing implements Rule {
  /// Servers of ASGI, which are chosen for the sake of WebSocket.
  private static final Set<String> ASGI = Set.of("uvicorn", "daphne", "hypercorn", "granian");

  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.HandshakeLost lost) {
        boolean proven =
            switch (lost.certain()) {
              case FAILS -> true;
              case BY_NAME -> asynchronous(stack, lost);
              case DEPENDS -> false;
            };
        findings.add(finding(lost).provenIf(proven));
      }
    }
    return findings;
  }

  private static boolean asynchronous(Stack stack, Remark.HandshakeLost lost) {
    return stack.callsBy(lost.at()).stream()
        .flatMap(call -> call.met().stream())
        .anyMatch(met -> met.owner().server().filter(ASGI::contains).isPresent());
  }

  private static Finding finding(Remark.HandshakeLost remark) {
    return Finding.at(
            remark.at(),
            remark.sign(),
            "a WebSocket handshake loses %s on its way to the application"
                .formatted(String.join(", ", remark.missing())))
        .effect("the application sees a plain request: 400, 404 or 426, and no WebSocket")
        .fix(
            "set proxy_http_version 1.1, and the headers Upgrade $http_upgrade and Connection"
                + " \"upgrade\"");
  }
}
