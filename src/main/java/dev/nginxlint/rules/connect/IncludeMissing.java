package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// nginx is told to include a file that is not there.
public final class IncludeMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.IncludeMissing(var process, var at, String path, var doubt)) {
        findings.add(
            Finding.at(
                    at,
                    "included here",
                    "there is no %s for %s to include".formatted(path, process.label()))
                .effect(
                    "nginx does not start; [emerg] open() \"%s\" failed (2: No such file or directory)"
                        .formatted(path))
                .fix("put the file there, or end the path in a pattern: nothing need match that")
                .provenIf(doubt.isEmpty()));
      }
    }
    return findings;
  }
}
