package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// compose does not give a command to a shell, and drops it from the first `;`, `&`, `|`, `<` or
/// `>` on.
public final class CommandCutShort implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.CommandCutShort(var process, var at, String kept)) {
        findings.add(
            Finding.at(
                    at,
                    "compose drops this",
                    "the command of %s ends after \"%s\": compose runs no shell"
                        .formatted(process.label(), kept))
                .effect(
                    "the container runs the first part only and ends; 502 for what was to follow,"
                        + " connect() failed (111: Connection refused)")
                .fix("give the whole to a shell: [\"sh\", \"-c\", \"...\"]"));
      }
    }
    return findings;
  }
}
