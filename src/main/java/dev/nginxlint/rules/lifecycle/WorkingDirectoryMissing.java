package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.Need;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The directory that a unit starts its program in is not there.
public final class WorkingDirectoryMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.Absent.class).stream()
        .filter(absent -> absent.need() == Need.WORKING_DIRECTORY)
        .map(WorkingDirectoryMissing::finding)
        .toList();
  }

  private static Finding finding(Remark.Absent absent) {
    return Finding.at(
            absent.at(),
            "no such directory",
            "%s starts in %s, which is not there"
                .formatted(absent.process().label(), absent.name()))
        .effect(
            "%s does not start (200/CHDIR); Changing to the requested working directory failed"
                .formatted(absent.process().label()))
        .fix(
            absent
                .beside()
                .map(near -> "name the directory that is there: %s".formatted(near))
                .orElse("make the directory, or name the one that is there"))
        .remedy(
            absent.beside().flatMap(near -> Edit.sibling(absent.at(), absent.name(), near)),
            Remedy.Safety.UNSAFE)
        .provenIf(absent.evidence().proves());
  }
}
