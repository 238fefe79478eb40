package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// Every server of an upstream is marked as down.
public final class AllPeersDown implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.AllPeersDown.class::isInstance)
        .map(Remark.AllPeersDown.class::cast)
        .map(AllPeersDown::finding)
        .toList();
  }

  private static Finding finding(Remark.AllPeersDown remark) {
    return Finding.at(
            remark.at(),
            "down, like all the others",
            "every server of the upstream \"%s\" is marked as down".formatted(remark.upstream()))
        .and(remark.pass(), "passed on here")
        .effect("502; no live upstreams while connecting to upstream")
        .fix("take down away from a server that is up");
  }
}
