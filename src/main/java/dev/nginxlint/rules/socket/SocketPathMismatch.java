package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx and the server name different paths for one Unix socket.
public final class SocketPathMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.WrongPath.class).stream()
        .map(SocketPathMismatch::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.WrongPath> miss) {
    Listener nearest = miss.cause().nearest();
    return miss.finding(
            "nginx connects to %s, but %s listens on %s"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(nearest), nearest.endpoint()))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .effect(
            "502; connect() to unix:... failed (2: No such file or directory) while connecting to"
                + " upstream")
        .fix(
            "connect to %s here, or let the server listen where nginx connects"
                .formatted(nearest.endpoint()))
        .provenIf(nearest.proven());
  }
}
