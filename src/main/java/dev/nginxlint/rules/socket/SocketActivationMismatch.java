package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;

/// A socket unit and its service disagree about who opens the socket, or which one.
public final class SocketActivationMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    Misses.of(stack, Cause.Superseded.class).stream()
        .filter(miss -> miss.cause().actual().bind().opener() == Bind.Opener.SYSTEMD)
        .forEach(miss -> findings.add(finding(miss)));
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.SocketNotTaken(Process process, Span at, String socket)) {
        findings.add(notTaken(process, at, socket));
      }
    }
    return findings;
  }

  private static Finding notTaken(Process process, Span at, String socket) {
    return Finding.at(
            at,
            "systemd listens here",
            "%s hands %s a socket that it does not take: %s opens its own"
                .formatted(socket, process.label(), process.server().orElse("the server")))
        .and(process.at(), "started without an option that takes it")
        .effect(
            "connections to the socket wait for ever, 504; or the server does not start: (98:"
                + " Address already in use)")
        .fix(
            "let the server take it (--fd 3, fd://3, --bind-to-activated-sockets), or disable the"
                + " socket unit");
  }

  private static Finding finding(Misses<Cause.Superseded> miss) {
    Listener actual = miss.cause().actual();
    return miss.finding(
            "nginx connects to %s, but %s is given %s by its socket unit and opens nothing else"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(actual), actual.endpoint()))
        .and(actual.bind().at(), "systemd listens on " + actual.endpoint())
        .and(miss.cause().ignored().at(), "ignored by a server that systemd hands sockets")
        .effect(
            miss.hop().target() instanceof Target.Unix
                ? "502; connect() to unix:... failed (2: No such file or directory)"
                : "502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("name the same address in the socket unit and in nginx");
  }
}
