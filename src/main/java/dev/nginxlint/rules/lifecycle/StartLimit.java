package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// How often a unit may be started is written where systemd does not read it.
public final class StartLimit implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.StartLimitIgnored.class).stream().map(StartLimit::finding).toList();
  }

  private static Finding finding(Remark.StartLimitIgnored ignored) {
    String name = ignored.process().label();
    return Finding.at(
            ignored.at(),
            "not read in [Service]",
            "%s sets StartLimitIntervalSec= in [Service], where systemd ignores it: it gives up after %s starts in 10s, whatever %s was to mean"
                .formatted(name, ignored.burst(), ignored.value()))
        .effect(
            "502 for good when the server cannot start for a moment; Unknown key name"
                + " 'StartLimitIntervalSec' in section 'Service', ignoring")
        .fix("move it to [Unit]");
  }
}
