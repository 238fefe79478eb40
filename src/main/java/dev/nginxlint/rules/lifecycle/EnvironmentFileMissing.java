package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.Need;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A file of variables that a unit cannot do without is not there.
public final class EnvironmentFileMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.Absent.class).stream()
        .filter(absent -> absent.need() == Need.ENVIRONMENT_FILE)
        .map(EnvironmentFileMissing::finding)
        .toList();
  }

  private static Finding finding(Remark.Absent absent) {
    return Finding.at(
            absent.at(),
            "no such file",
            "%s reads its environment from %s, which is not there"
                .formatted(absent.process().label(), absent.name()))
        .effect(
            "%s does not start; Failed to load environment files: No such file or directory"
                .formatted(absent.process().label()))
        .fix(
            absent
                .beside()
                .map(near -> "name the file that is there: %s".formatted(near))
                .orElse("make the file, or put a `-` before its path if it may be missing"))
        .remedy(
            absent.beside().flatMap(near -> Edit.sibling(absent.at(), absent.name(), near)),
            Remedy.Safety.UNSAFE)
        .provenIf(absent.evidence().proves());
  }
}
