package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Cause.NetworkNamesDiffer;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.List;

/// Two projects call a network alike, and Docker knows it by two names.
public final class ExternalNetworkName implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NetworkNamesDiffer.class).stream()
        .map(ExternalNetworkName::finding)
        .toList();
  }

  private static Finding finding(Misses<NetworkNamesDiffer> miss) {
    NetworkNamesDiffer cause = miss.cause();
    boolean ours = cause.own().external();
    Place joins = ours ? cause.from() : cause.target();
    Place owns = ours ? cause.target() : cause.from();
    String network = cause.own().label();
    String host = miss.hop().target() instanceof Target.Inet(var name, var _) ? name.value() : "";
    return miss.finding(
            "nginx connects to %s, but %s and %s are on two networks that are both called %s"
                .formatted(
                    Phrase.target(miss.hop()),
                    cause.from().label(),
                    cause.target().label(),
                    network))
        .and(joins.at().orElseThrow(), "on the network that Docker calls %s".formatted(network))
        .and(
            owns.at().orElseThrow(),
            "on one of its project's own, which Docker calls by the project's name and _" + network)
        .effect(Phrase.unresolved(miss.hop(), host))
        .fix("say `name: %s` where the project declares its own".formatted(network));
  }
}
