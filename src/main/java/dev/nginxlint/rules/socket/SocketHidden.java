package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The path is right at both ends, and means two different files.
public final class SocketHidden implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.Hidden.class).stream().map(SocketHidden::finding).toList();
  }

  private static Finding finding(Misses<Cause.Hidden> miss) {
    Listener nearest = miss.cause().nearest();
    String why =
        miss.cause()
            .veil()
            .map(
                veil ->
                    "%s gives one of them a %s of its own"
                        .formatted(veil.setting(), veil.directory()))
            .orElse("they share no volume there");
    Finding finding =
        miss.finding(
                "nginx does not see the socket %s of %s: %s"
                    .formatted(Phrase.target(miss.hop()), Phrase.owner(nearest), why))
            .and(nearest.bind().at(), "the socket is made here")
            .effect(
                "502; connect() to unix:... failed (2: No such file or directory) while connecting"
                    + " to upstream")
            .fix(
                miss.cause().veil().isPresent()
                    ? "put the socket under /run, in a RuntimeDirectory of the server"
                    : "mount one volume at the socket's directory in both");
    return miss.cause()
        .veil()
        .map(veil -> finding.and(veil.at(), "hidden by this"))
        .orElse(finding)
        .provenIf(nearest.proven());
  }
}
