package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A line of a unit uses a variable that nobody sets.
public final class EnvironmentVariableUndefined implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.Unset.class).stream()
        .map(EnvironmentVariableUndefined::finding)
        .toList();
  }

  private static Finding finding(Remark.Unset unset) {
    String name = unset.variable();
    boolean shell = !name.matches("[A-Za-z_][A-Za-z0-9_]*");
    String bare = name.replaceFirst("[^A-Za-z0-9_].*", "");
    return Finding.at(
            unset.at(),
            "becomes nothing",
            shell
                ? "%s: systemd takes `%s` for the name of a variable, since it knows no defaults"
                    .formatted(unset.process().label(), name)
                : "%s uses ${%s}, which nothing sets".formatted(unset.process().label(), name))
        .effect(
            "the server is started without it; %s environment variable evaluates to an empty string: %s"
                .formatted(shell ? "Invalid" : "Referenced but unset", name))
        .fix(
            shell
                ? "set the default with Environment=%s=... and write ${%s}".formatted(bare, bare)
                : "set it with Environment=%s=... or in an EnvironmentFile=".formatted(name));
  }
}
