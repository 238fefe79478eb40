package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.NoScratch;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/// A server may not make its socket, as its sandbox lets nothing be written there.
public final class ProtectSystemHides implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Stream.concat(
            stack.remarks(Remark.ReadOnly.class).stream().map(ProtectSystemHides::finding),
            stack.remarks(NoScratch.class).stream().map(ProtectSystemHides::scratch))
        .toList();
  }

  private static Finding scratch(NoScratch shut) {
    return Finding.at(
            shut.at(),
            "makes files for itself in " + String.join(", ", shut.directories()),
            "%s keeps %s from its temporary files, without which it does not start"
                .formatted(shut.setting(), shut.process().label()))
        .and(shut.by(), "nothing may be written there because of this")
        .effect("the server does not start; " + shut.log())
        .fix("add PrivateTmp=yes, which gives the unit a /tmp of its own")
        .provenIf(shut.evidence().proves());
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
