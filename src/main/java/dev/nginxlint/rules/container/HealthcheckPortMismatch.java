package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// The health check of a container asks a port on which nothing in it listens.
public final class HealthcheckPortMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark.Probe probe : stack.remarks(Remark.Probe.class)) {
      Place place = stack.whole(probe.process().place());
      List<Listener> listeners =
          stack.listeners().stream()
              .filter(l -> stack.whole(l.place()).network().equals(place.network()))
              .filter(l -> l.endpoint() instanceof Endpoint.Inet)
              .toList();
      boolean open =
          stack.places().stream()
              .anyMatch(p -> p.network().equals(place.network()) && p.open().isPresent());
      boolean known = !listeners.isEmpty() && listeners.stream().allMatch(Listener::proven);
      if (!open && known && listeners.stream().noneMatch(l -> port(l) == probe.port())) {
        findings.add(finding(probe, listeners.getFirst()));
      }
    }
    return findings;
  }

  private static int port(Listener listener) {
    return listener.endpoint() instanceof Endpoint.Inet inet ? inet.port() : 0;
  }

  private static Finding finding(Remark.Probe probe, Listener nearest) {
    Finding finding =
        Finding.at(
                probe.at(),
                "asks port %s".formatted(probe.port()),
                "the health check of %s asks port %s, and %s listens on port %s"
                    .formatted(
                        probe.process().label(),
                        probe.port(),
                        Phrase.owner(nearest),
                        port(nearest)))
            .and(nearest.bind().at(), Phrase.listens(nearest))
            .fix("let it ask port %s".formatted(port(nearest)));
    return Phrase.unhealthy(finding, probe.awaited(), "the container is unhealthy for ever");
  }
}
