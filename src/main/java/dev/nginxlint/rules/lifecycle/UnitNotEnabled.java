package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.OfUser;
import dev.nginxlint.stack.OfUser.Leaving;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Nothing starts the server again when the machine has been.
public final class UnitNotEnabled implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Set<String> told = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Stack.Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)
          && listener.proven()
          && listener.owner().start() == Process.Start.BY_HAND
          && told.add(listener.owner().id())) {
        findings.add(finding(stack, call, listener));
      }
    }
    return findings;
  }

  private static String fix(String unit) {
    return "run `systemctl enable %s`, for which it needs WantedBy=multi-user.target in [Install]"
        .formatted(unit);
  }

  private static String fix(OfUser by) {
    String lingers =
        by.leaving() == Leaving.ENDS
            ? ", and `loginctl enable-linger %s`".formatted(by.user())
            : "";
    return "run `systemctl --user enable %s` as %s, for which it needs WantedBy=default.target in"
            .formatted(by.unit(), by.user())
        + " [Install]"
        + lingers;
  }

  private static Finding finding(Stack stack, Stack.Call call, Listener listener) {
    String unit = listener.owner().id().replaceFirst("#.*", "");
    return Finding.at(
            listener.owner().at(),
            "no link in a .wants/ directory starts it",
            "%s is not enabled: after a reboot nobody starts %s"
                .formatted(unit, Phrase.owner(listener)))
        .and(call.hop().at(), "nginx connects to it here")
        .effect("502 after the next reboot")
        .fix(
            OfUser.of(stack, listener.owner()).map(UnitNotEnabled::fix).orElseGet(() -> fix(unit)));
  }
}
