package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.HandshakeLost.Certainty;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A pass that is there for WebSocket does not hand the handshake on.
public final class WebsocketHeadersMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.HandshakeLost.class::isInstance)
        .map(Remark.HandshakeLost.class::cast)
        .map(WebsocketHeadersMissing::finding)
        .toList();
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
                + " \"upgrade\"")
        .provenIf(remark.certain() == Certainty.FAILS);
  }
}
