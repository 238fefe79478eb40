package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.PidFileElsewhere;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// systemd waits for a file that the server writes elsewhere.
public final class PidfileMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.PidFileElsewhere.class).stream()
        .map(PidfileMismatch::finding)
        .toList();
  }

  private static Finding finding(PidFileElsewhere file) {
    return Finding.at(
            file.at(),
            "systemd waits for this file",
            "%s waits for %s, and its server writes %s"
                .formatted(file.process().label(), file.awaited(), file.written()))
        .and(file.where(), "written here")
        .effect(
            "%s is killed after TimeoutStartSec=, 90s by default; start operation timed out"
                .formatted(file.process().label()))
        .fix("write the same path at both places");
  }
}
