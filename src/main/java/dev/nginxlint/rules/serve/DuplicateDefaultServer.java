package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Door;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two sites say `default_server` of one address.
public final class DuplicateDefaultServer implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Door door : stack.doors()) {
      List<Door.Entry> claimants = door.claimants();
      if (claimants.size() > 1) {
        Span first = claimants.getFirst().bind().at();
        Span second = claimants.get(1).bind().at();
        findings.putIfAbsent(claimants.get(1).site().at(), finding(door, first, second));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Door door, Span first, Span second) {
    return Finding.at(
            second, "the second", "two sites are the default_server of " + door.endpoint())
        .and(first, "the first")
        .effect("nginx does not start; [emerg] a duplicate default server for " + door.endpoint())
        .fix("take default_server from one of them");
  }
}
