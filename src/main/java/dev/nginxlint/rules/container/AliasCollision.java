package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Cause.SharedName;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Two services answer to the name that nginx connects to, and one of them does not listen there.
public final class AliasCollision implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Misses<SharedName> miss : Misses.of(stack, SharedName.class)) {
      if (miss.hop().target() instanceof Target.Inet(var host, var _)) {
        String name = host.value().toLowerCase(Locale.ROOT);
        stack
            .whole(miss.cause().deaf())
            .known(name)
            .ifPresent(at -> findings.add(finding(stack, miss, at)));
      }
    }
    return findings;
  }

  private static Finding finding(Stack stack, Misses<SharedName> miss, Sourced<String> name) {
    Hop hop = miss.hop();
    SharedName cause = miss.cause();
    String deaf = cause.deaf().label();
    Finding finding =
        Finding.at(
                name.at(),
                deaf + " answers to it too",
                "nginx takes %s for two peers, %s and %s, and only %s answers on %s"
                    .formatted(
                        name.value(),
                        cause.met().place().label(),
                        deaf,
                        Phrase.owner(cause.met()),
                        Phrase.port(cause.met().endpoint())))
            .and(hop.at(), "nginx connects to " + Phrase.target(hop));
    Optional<Finding> whole =
        stack
            .whole(cause.met().place())
            .known(name.value())
            .map(at -> finding.and(at.at(), "the one that answers"));
    return whole
        .orElse(finding)
        .effect(effect(cause.why()))
        .fix("let only one of them have the name")
        .provenIf(cause.met().proven());
  }

  private static String effect(Cause why) {
    return why instanceof Cause.WrongProtocol
        ? "every second request goes to one that does not understand it"
        : "connect() failed (111: Connection refused) every 10 s, retried on the other peer; "
            + "when the server restarts both are out: 502, no live upstreams, for 10 s";
  }
}
