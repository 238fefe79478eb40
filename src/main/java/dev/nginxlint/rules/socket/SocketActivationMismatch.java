package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx dials the server's own address, which the server ignores as systemd hands it a socket.
public final class SocketActivationMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.Superseded.class).stream()
        .map(SocketActivationMismatch::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.Superseded> miss) {
    Listener actual = miss.cause().actual();
    return miss.finding(
            "nginx connects to %s, but %s is given %s by its socket unit and opens nothing else"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(actual), actual.endpoint()))
        .and(actual.bind().at(), "systemd listens on " + actual.endpoint())
        .and(miss.cause().ignored().at(), "ignored by a server that systemd hands sockets")
        .effect(
            "502; connect() failed (2: No such file or directory, or 111: Connection refused) while"
                + " connecting to upstream")
        .fix("name the same address in the socket unit and in nginx");
  }
}
