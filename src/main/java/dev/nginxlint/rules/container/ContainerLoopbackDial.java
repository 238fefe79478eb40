package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx dials the loopback of its own container, and the server lives in another.
public final class ContainerLoopbackDial implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.OtherLoopback.class).stream()
        .map(ContainerLoopbackDial::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.OtherLoopback> miss) {
    Listener nearest = miss.cause().nearest();
    String name = name(nearest.place());
    return miss.finding(
            "nginx connects to %s, the loopback of its own container, but %s listens in %s"
                .formatted(
                    Phrase.target(miss.hop()), Phrase.owner(nearest), nearest.place().label()))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("connect to %s by its name: %s".formatted(nearest.place().label(), name));
  }

  private static String name(Place place) {
    return place.attachments().stream()
        .flatMap(attachment -> attachment.names().stream())
        .map(name -> name.value())
        .findFirst()
        .orElse(place.label());
  }
}
