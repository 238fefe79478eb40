package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx dials, inside the network, the port that a container has on the host only.
public final class PublishedPortDialled implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.HostPortInside.class).stream()
        .map(PublishedPortDialled::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.HostPortInside> miss) {
    Publication publication = miss.cause().publication();
    int inside = publication.target().value();
    Finding finding =
        miss.finding(
                "nginx connects to %s, but %s is the port of %s on the host; inside it is %s"
                    .formatted(
                        Phrase.target(miss.hop()),
                        publication.published().orElseThrow().value(),
                        publication.container().label(),
                        inside))
            .and(publication.at(), "published here: host first, container second")
            .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
            .fix("connect to port " + inside);
    return miss.cause()
        .inside()
        .map(
            listener ->
                finding
                    .and(listener.bind().at(), Phrase.listens(listener))
                    .remedy(
                        Edit.within(
                            miss.hop().at(),
                            ":" + publication.published().orElseThrow().value(),
                            ":" + inside),
                        Remedy.Safety.SAFE))
        .orElse(finding)
        .provenIf(miss.cause().inside().map(Listener::proven).orElse(false));
  }
}
