package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;

/// nginx dials one port, and the server it means is reached by another.
public final class PortMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    Misses.of(stack, Cause.WrongPort.class).stream()
        .filter(miss -> !UpstreamDefaultPort.unwritten(miss.hop()))
        .forEach(miss -> findings.add(listening(miss)));
    Misses.of(stack, Cause.PublishedElsewhere.class).forEach(miss -> findings.add(published(miss)));
    return findings;
  }

  private static Finding listening(Misses<Cause.WrongPort> miss) {
    var nearest = miss.cause().nearest();
    String target = Phrase.target(miss.hop());
    return refused(
            miss.finding(
                "nginx connects to %s, but %s listens on %s"
                    .formatted(target, Phrase.owner(nearest), nearest.endpoint())))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .fix(
            "connect to %s, or let %s listen where nginx connects"
                .formatted(Phrase.port(nearest.endpoint()), Phrase.owner(nearest)))
        .provenIf(nearest.proven());
  }

  private static Finding published(Misses<Cause.PublishedElsewhere> miss) {
    Publication publication = miss.cause().publication();
    int port = publication.published().orElseThrow().value();
    return refused(
            miss.finding(
                "nginx connects to %s, but %s publishes its port %s as %s"
                    .formatted(
                        Phrase.target(miss.hop()),
                        publication.container().label(),
                        publication.target().value(),
                        port)))
        .and(publication.at(), "published as " + port)
        .fix("connect to port " + port + ", or publish the port under the number that is dialled")
        // Any other number may be somebody's whom we do not see.
        .provenIf(
            miss.hop().target() instanceof Target.Inet(var _, var dialled)
                && dialled.value().equals(publication.target().value()));
  }

  private static Finding refused(Finding finding) {
    return finding.effect(
        "502; connect() failed (111: Connection refused) while connecting to upstream");
  }
}
