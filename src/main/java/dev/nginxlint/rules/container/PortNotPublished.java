package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx on the host dials a port that a container has, and does not publish.
public final class PortNotPublished implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NotPublished.class).stream()
        .map(PortNotPublished::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NotPublished> miss) {
    Listener inside = miss.cause().inside();
    return miss.finding(
            "nginx on the host connects to %s, but %s does not publish %s"
                .formatted(
                    Phrase.target(miss.hop()),
                    inside.place().label(),
                    Phrase.port(inside.endpoint())))
        .and(inside.bind().at(), Phrase.listens(inside) + " in its container")
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("publish the port on the loopback of the host, under ports: of the service")
        .provenIf(inside.proven());
  }
}
