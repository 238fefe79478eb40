package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The server listens on a loopback that nobody else has: `PrivateNetwork=` of its unit.
public final class PrivateNetwork implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.PrivateNetwork.class).stream()
        .map(PrivateNetwork::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.PrivateNetwork> miss) {
    Listener met = miss.cause().met();
    return miss.finding(
            "nginx connects to %s, and %s listens there in a network of its own"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(met)))
        .and(miss.cause().at(), "nobody else is on that network")
        .and(met.bind().at(), Phrase.listens(met))
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("let it listen on a Unix socket, or take PrivateNetwork= out of the unit")
        .provenIf(met.proven());
  }
}
