package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;

/// The server listens on another address than the one that nginx dials, or on a socket of another
/// kind.
public final class AddressMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Misses<Cause.WrongAddress> miss : Misses.of(stack, Cause.WrongAddress.class)) {
      findings.add(finding(miss, miss.cause().nearest()).effect(REFUSED));
    }
    for (Misses<Cause.WrongKind> miss : Misses.of(stack, Cause.WrongKind.class)) {
      boolean unix = miss.hop().target() instanceof Target.Unix;
      findings.add(finding(miss, miss.cause().nearest()).effect(unix ? NO_FILE : REFUSED));
    }
    for (Misses<Cause.PublishedOnAddress> miss : Misses.of(stack, Cause.PublishedOnAddress.class)) {
      findings.add(published(miss, miss.cause().publication()));
    }
    return findings;
  }

  private static Finding published(Misses<Cause.PublishedOnAddress> miss, Publication publication) {
    String where =
        publication.host().map(host -> host.value().beforePort() + ":").orElse("")
            + publication.published().orElseThrow().value();
    return miss.finding(
            "nginx connects to %s, but %s is published on %s only"
                .formatted(Phrase.target(miss.hop()), publication.container().label(), where))
        .and(publication.at(), "published on " + where)
        .effect(REFUSED)
        .fix("connect to " + where + ", or publish the port on the address that is dialled");
  }

  private static final String REFUSED =
      "502; connect() failed (111: Connection refused) while connecting to upstream";
  private static final String NO_FILE =
      "502; connect() to unix:... failed (2: No such file or directory) while connecting to"
          + " upstream";

  private static Finding finding(Misses<?> miss, Listener nearest) {
    return miss.finding(
            "nginx connects to %s, but %s listens on %s only"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(nearest), nearest.endpoint()))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .fix(fix(miss.hop(), nearest))
        .provenIf(nearest.proven());
  }

  private static String fix(Hop hop, Listener nearest) {
    boolean apart =
        nearest.endpoint() instanceof Endpoint.Unix
            && !hop.place().id().equals(nearest.place().id());
    return "connect to "
        + nearest.endpoint()
        + (apart ? ", its directory in a volume that both mount" : "")
        + ", or let the server listen where nginx connects";
  }
}
