package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// A link that nginx includes leads to a file that is not there.
public final class DanglingSiteLink implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.LinkDangles(var process, var at, String path, String target)) {
        findings.add(
            Finding.at(
                    at,
                    "included here",
                    "%s is a link to %s, which is not there, and %s includes it"
                        .formatted(path, target, process.label()))
                .effect(
                    "nginx does not start; [emerg] open() \"%s\" failed (2: No such file or directory)"
                        .formatted(path))
                .fix("remove the link, or put the file back"));
      }
    }
    return findings;
  }
}
