package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark.SecondCommand;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// A drop-in adds a command where it was meant to replace one.
public final class UnitOverridden implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(SecondCommand.class).stream().map(UnitOverridden::finding).toList();
  }

  private static Finding finding(SecondCommand second) {
    String name = second.process().label();
    boolean apart =
        second.first().filter(first -> first.file().equals(second.at().file())).isEmpty();
    Finding finding =
        Finding.at(
                second.at(),
                "added, not put in its place",
                "%s gets a second ExecStart=, with which systemd refuses it".formatted(name))
            .effect(
                "%s does not start; Service has more than one ExecStart= setting, which is only allowed for Type=oneshot services. Refusing."
                    .formatted(name))
            .fix(
                apart
                    ? "put an empty ExecStart= above it, which drops the one before"
                    : "keep one, and start the other by a unit of its own")
            .remedy(
                apart ? Edit.above(second.at(), "ExecStart=") : Optional.empty(),
                Remedy.Safety.SAFE)
            .provenIf(second.first().isPresent());
    return second.first().map(at -> finding.and(at, "the first")).orElse(finding);
  }
}
