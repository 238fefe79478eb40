package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// An upstream has one server that is up, and takes it out when it fails.
public final class SinglePeerTakenOut implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.LonePeer.class::isInstance)
        .map(Remark.LonePeer.class::cast)
        .map(SinglePeerTakenOut::finding)
        .toList();
  }

  private static Finding finding(Remark.LonePeer remark) {
    return Finding.at(
            remark.at(),
            "the only one that is up",
            "one failure takes out the only server of \"%s\" that is up: the others are down, but"
                    .formatted(remark.upstream())
                + " count")
        .and(remark.down(), "down")
        .effect(
            "502 for fail_timeout, 10s by default; no live upstreams while connecting to upstream")
        .fix("comment the servers out that are down, or add max_fails=0 to the one that is up");
  }
}
