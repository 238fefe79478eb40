package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A container names the machine it runs on by a name that only Docker Desktop knows by itself.
public final class HostGatewayMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NoHostGateway.class).stream()
        .map(HostGatewayMissing::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NoHostGateway> miss) {
    String name = miss.cause().name();
    Finding finding =
        miss.finding(
                "nginx connects to %s, which no engine on Linux resolves by itself".formatted(name))
            .effect(Phrase.unresolved(miss.hop(), name))
            .fix("add extra_hosts: [\"%s:host-gateway\"] to the service".formatted(name));
    return miss.hop()
        .place()
        .at()
        .map(at -> finding.and(at, "this has no extra_hosts for it"))
        .orElse(finding);
  }
}
