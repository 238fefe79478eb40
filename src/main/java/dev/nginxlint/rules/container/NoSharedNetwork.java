package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.List;
import java.util.Optional;

/// nginx and the service it names are on different networks.
public final class NoSharedNetwork implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NoSharedNetwork.class).stream()
        .map(NoSharedNetwork::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NoSharedNetwork> miss) {
    Place target = miss.cause().target();
    Place own = miss.hop().place();
    Finding finding =
        miss.finding(
                "nginx connects to %s, but %s and %s share no network"
                    .formatted(Phrase.target(miss.hop()), own.label(), target.label()))
            .effect(
                Phrase.unresolved(
                    miss.hop(),
                    miss.hop().target() instanceof Target.Inet(var host, var _)
                        ? host.value()
                        : target.label()))
            .fix(fix(own, target));
    return with(with(finding, target.at(), target), own.at(), own);
  }

  private static String fix(Place own, Place target) {
    return target.attachments().stream()
        .findFirst()
        .map(a -> "add %s to the networks: of %s".formatted(a.label(), own.label()))
        .orElse("put both on one network, under networks: of each");
  }

  private static Finding with(Finding finding, Optional<Span> at, Place place) {
    String networks =
        place.attachments().isEmpty()
            ? "on no network"
            : "on "
                + String.join(
                    ", ", place.attachments().stream().map(Place.Attachment::label).toList());
    return at.map(span -> finding.and(span, networks)).orElse(finding);
  }
}
