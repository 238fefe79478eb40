package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.ProbeSleeps;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// The health check of a container sleeps until the engine kills it.
public final class HealthcheckTimeoutOrder implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(ProbeSleeps.class).stream().map(HealthcheckTimeoutOrder::finding).toList();
  }

  private static Finding finding(ProbeSleeps probe) {
    Finding finding =
        Finding.at(
                probe.at(),
                "sleeps first",
                "the health check of %s sleeps for %s, and is killed after %s"
                    .formatted(
                        probe.process().label(),
                        Phrase.time(probe.time()),
                        Phrase.effective(probe.limit())))
            .fix("leave the sleep out, and give a start_period to a server that starts slowly");
    Optional<Span> limit = probe.limit().written();
    Finding limited = limit.map(at -> finding.and(at, "killed after this")).orElse(finding);
    return probe
        .awaited()
        .map(at -> limited.and(at, "waits until it is healthy"))
        .orElse(limited)
        .effect(
            probe.awaited().isPresent()
                ? "what waits for it does not start; dependency failed to start: container ... is"
                    + " unhealthy"
                : "the container is unhealthy for ever; Health check exceeded timeout")
        .provenIf(probe.awaited().isPresent());
  }
}
