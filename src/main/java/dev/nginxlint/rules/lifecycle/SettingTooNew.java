package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A unit says something that the systemd of its machine does not know yet.
public final class SettingTooNew implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.NotYetKnown.class).stream().map(SettingTooNew::finding).toList();
  }

  private static Finding finding(Remark.NotYetKnown unknown) {
    int systemd = unknown.systemd().value();
    return Finding.at(
            unknown.at(),
            "came with systemd " + unknown.since(),
            "%s sets %s, which systemd %s does not know: it came with %s"
                .formatted(unknown.process().label(), unknown.setting(), systemd, unknown.since()))
        .and(unknown.systemd().at(), "systemd " + systemd + " runs here")
        .effect("it is ignored, with a line in the journal, and the service starts without it")
        .fix("say it in the words of systemd " + systemd + ", or do without it");
  }
}
