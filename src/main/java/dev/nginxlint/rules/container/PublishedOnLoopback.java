package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.List;

/// nginx in a container dials a port of the host that is published on the host's loopback only.
public final class PublishedOnLoopback implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.PublishedOnLoopback.class).stream()
        .map(PublishedOnLoopback::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.PublishedOnLoopback> miss) {
    Publication publication = miss.cause().publication();
    String host = publication.host().orElseThrow().value().beforePort();
    // An engine in a virtual machine forwards its name for the host to the host's loopback.
    boolean bridge =
        miss.hop().target() instanceof Target.Inet(var dialled, var _)
            && Address.parse(dialled.value()).isPresent();
    return miss.finding(
            "nginx connects to %s from its container, but %s is published on %s of the host only"
                .formatted(Phrase.target(miss.hop()), publication.container().label(), host))
        .and(publication.at(), "only the host itself gets through here")
        .effect(Phrase.REFUSED)
        .fix(
            "connect to %s by its name and port %s, on a network that both are on"
                .formatted(publication.container().label(), publication.target().value()))
        .provenIf(bridge);
  }
}
