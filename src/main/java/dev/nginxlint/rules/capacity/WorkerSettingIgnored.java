package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.WorkersContradict;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// One setting of a server's processes takes the sense from another.
public final class WorkerSettingIgnored implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.WorkersContradict.class).stream()
        .map(WorkerSettingIgnored::finding)
        .toList();
  }

  private static Finding finding(WorkersContradict slip) {
    Finding finding =
        Finding.at(
            slip.at(),
            "not what it seems",
            "%s: %s".formatted(slip.process().label(), slip.message()));
    return slip.process().server().filter("uwsgi"::equals).isPresent()
        ? finding
            .effect("502 once the last one is ended, until somebody starts uwsgi again")
            .fix("set master = true")
        : finding
            .effect(
                "504 under load, when requests wait for each other; upstream timed out (110:"
                    + " Connection timed out)")
            .fix("drop one of both: threads or more workers let it take more at a time");
  }
}
