package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.Need;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The user or the group of a unit does not exist.
public final class UserMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.Absent.class).stream()
        .filter(absent -> absent.need() == Need.USER || absent.need() == Need.GROUP)
        .map(UserMissing::finding)
        .toList();
  }

  private static Finding finding(Remark.Absent absent) {
    return Finding.at(
            absent.at(),
            "nobody is called this",
            "%s runs as %s \"%s\", which does not exist"
                .formatted(
                    absent.process().label(),
                    absent.need() == Need.USER ? "user" : "group",
                    absent.name()))
        .effect(
            absent.need() == Need.USER
                ? "%s does not start (217/USER); Failed to determine user credentials"
                    .formatted(absent.process().label())
                : "%s does not start (216/GROUP); Failed to determine group credentials"
                    .formatted(absent.process().label()))
        .fix(
            absent
                .beside()
                .map(near -> "name the one that exists: %s".formatted(near))
                .orElse("make it, or name one that exists"))
        .provenIf(absent.evidence().proves());
  }
}
