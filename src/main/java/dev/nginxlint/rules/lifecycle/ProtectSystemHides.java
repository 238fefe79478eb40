package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A server may not make its socket, as its sandbox lets nothing be written there.
public final class ProtectSystemHides implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.ReadOnly.class).stream().map(ProtectSystemHides::finding).toList();
  }

  private static Finding finding(Remark.ReadOnly shut) {
    return Finding.at(
            shut.at(),
            "the socket is to be made here",
            "%s keeps %s from making its socket %s"
                .formatted(shut.setting(), shut.process().label(), shut.path()))
        .and(shut.by(), "nothing may be written there because of this")
        .effect("the server does not start; (30: Read-only file system)")
        .fix(
            "put the socket into a RuntimeDirectory= of the unit, or add ReadWritePaths=%s"
                .formatted(Paths.parent(shut.path())));
  }
}
