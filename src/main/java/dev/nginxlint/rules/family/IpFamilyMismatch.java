package dev.nginxlint.rules.family;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx dials over one address family, and the server listens on the other.
public final class IpFamilyMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.WrongFamily.class).stream()
        .map(IpFamilyMismatch::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.WrongFamily> miss) {
    Listener nearest = miss.cause().nearest();
    Family dialled = miss.cause().dialled();
    Family other = dialled == Family.IPV4 ? Family.IPV6 : Family.IPV4;
    return miss.finding(
            "nginx connects to %s over %s, but %s listens on %s: %s only"
                .formatted(
                    Phrase.target(miss.hop()),
                    dialled,
                    Phrase.owner(nearest),
                    nearest.endpoint(),
                    other))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("write the same address at both ends, 127.0.0.1 or [::1]")
        .provenIf(nearest.proven());
  }
}
