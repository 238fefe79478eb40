package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// An address that the server refuses, or reads as something else than its author.
public final class BindRefused implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.BadBind(var process, var at, String sentence)) {
        findings.add(
            Finding.at(at, "not an address for this server", process.label() + ": " + sentence)
                .effect("the server does not start, or listens elsewhere; 502")
                .fix("write the address as the server reads it"));
      }
    }
    return findings;
  }
}
