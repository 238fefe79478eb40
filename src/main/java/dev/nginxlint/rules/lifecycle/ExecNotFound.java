package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.Need;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The program that a unit starts is not there.
public final class ExecNotFound implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.Absent.class).stream()
        .filter(absent -> absent.need() == Need.PROGRAM)
        .map(ExecNotFound::finding)
        .toList();
  }

  private static Finding finding(Remark.Absent absent) {
    return Finding.at(
            absent.at(),
            "no such file",
            "%s starts %s, which is not there".formatted(absent.process().label(), absent.name()))
        .effect(
            "%s does not start (203/EXEC); Unable to locate executable '%s'"
                .formatted(absent.process().label(), absent.name()))
        .fix(
            absent
                .beside()
                .map(near -> "name the program that is there: %s".formatted(near))
                .orElse("install the program there, or name the one that is"))
        .provenIf(absent.evidence().proves());
  }
}
