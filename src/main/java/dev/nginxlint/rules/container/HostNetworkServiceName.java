package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// An nginx on the network of the host calls a service by its name, which only networks know.
public final class HostNetworkServiceName implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NoSuchName.class).stream()
        .filter(miss -> stack.isOnHostNetwork(miss.hop().place()))
        .flatMap(
            miss ->
                stack.placesNamed(miss.cause().name()).stream()
                    .limit(1)
                    .map(place -> finding(stack, miss, place)))
        .toList();
  }

  private static Finding finding(Stack stack, Misses<Cause.NoSuchName> miss, Place place) {
    Place own = stack.whole(miss.hop().place());
    String name = miss.cause().name();
    Finding finding =
        miss.finding(
                "%s is on the network of the host, where nothing is called \"%s\""
                    .formatted(own.label(), name))
            .effect(Phrase.unresolved(miss.hop(), name))
            .fix(
                "take network_mode: host away; or publish the port of %s and connect to it at 127.0.0.1"
                    .formatted(place.label()));
    Finding seen = own.at().map(at -> finding.and(at, "has network_mode: host")).orElse(finding);
    return place.at().map(at -> seen.and(at, "has the name on its own networks")).orElse(seen);
  }
}
