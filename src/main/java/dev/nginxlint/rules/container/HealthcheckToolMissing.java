package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark.ProbeToolMissing;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The health check of a container starts a program that its image does not have.
public final class HealthcheckToolMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(ProbeToolMissing.class).stream()
        .map(HealthcheckToolMissing::finding)
        .toList();
  }

  private static Finding finding(ProbeToolMissing probe) {
    Finding finding =
        Finding.at(
                probe.at(),
                "not in the image",
                "the health check of %s calls %s, which its image does not have"
                    .formatted(probe.process().label(), probe.program()))
            .and(probe.image(), "comes without " + probe.program())
            .fix(
                "install %s in the build, or ask with what the image has: python, node, ruby"
                    .formatted(probe.program()));
    return Phrase.unhealthy(
        finding,
        probe.awaited(),
        "the container is unhealthy for ever; /bin/sh: 1: %s: not found"
            .formatted(probe.program()));
  }
}
