package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark.StartWaits;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// systemd loses patience with a command that was told to wait.
public final class StartTimeoutTooShort implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(StartWaits.class).stream().map(StartTimeoutTooShort::finding).toList();
  }

  private static Finding finding(StartWaits waits) {
    String name = waits.process().label();
    String limit = Phrase.effective(waits.limit());
    String state = waits.key().equals("ExecStartPre=") ? "start-pre" : "start-post";
    Finding finding =
        Finding.at(
                waits.at(),
                "sleeps " + Phrase.time(waits.time()),
                "%s of %s sleeps %s, but systemd ends it after %s"
                    .formatted(waits.key(), name, Phrase.time(waits.time()), limit))
            .effect(
                "%s does not start; %s operation timed out. Terminating.".formatted(name, state))
            .fix("let TimeoutStartSec= be longer, or order the unit with After= instead");
    return waits.limit().written().map(at -> finding.and(at, "ends here")).orElse(finding);
  }
}
