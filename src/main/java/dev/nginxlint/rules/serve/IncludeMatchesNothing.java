package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// The pattern of an include finds nothing, and passes by a site in the directory.
public final class IncludeMatchesNothing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.IncludeEmpty(var process, var at, String pattern, var passed)) {
        String name = Paths.name("/" + passed.file().path());
        findings.add(
            Finding.at(
                    at,
                    "finds nothing",
                    "nothing matches %s, so %s does not read the site in %s"
                        .formatted(pattern, process.label(), name))
                .and(passed, "a site that is not read")
                .effect(
                    "the site does not exist for nginx, which says nothing of it; another answers")
                .fix("name the file so that the pattern matches it, or widen the pattern"));
      }
    }
    return findings;
  }
}
