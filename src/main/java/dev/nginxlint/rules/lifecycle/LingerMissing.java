package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.OfUser;
import dev.nginxlint.stack.OfUser.Leaving;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The manager that runs the server comes and goes with its user.
public final class LingerMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Set<String> told = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Stack.Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)
          && listener.proven()
          && listener.owner().start() != Start.BY_HAND) {
        OfUser.of(stack, listener.owner())
            .filter(by -> by.leaving() == Leaving.ENDS && told.add(by.process().id()))
            .ifPresent(by -> findings.add(finding(call, listener, by)));
      }
    }
    return findings;
  }

  private static Finding finding(Stack.Call call, Listener listener, OfUser by) {
    return Finding.at(
            by.at(),
            "run by the manager of " + by.user(),
            "%s ends when %s logs out, and after a reboot nobody starts it: %2$s does not linger"
                .formatted(Phrase.owner(listener), by.user()))
        .and(call.hop().at(), "nginx connects to it here")
        .effect(
            listener.endpoint() instanceof Endpoint.Unix
                ? "502 after the next reboot; connect() to unix:... failed (2: No such file or"
                    + " directory)"
                : "502 after the next reboot; connect() failed (111: Connection refused)")
        .fix("run `loginctl enable-linger %s`".formatted(by.user()));
  }
}
