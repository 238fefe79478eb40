package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Door;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A site listens on one address family only, and another site takes its requests in the other.
public final class ListenFamilyGap implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Integer, List<Door>> doors =
        stack.doors().stream()
            .filter(door -> door.endpoint() instanceof Endpoint.Inet)
            .collect(Collectors.groupingBy(door -> ((Endpoint.Inet) door.endpoint()).port()));
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Site site : stack.sites()) {
      for (Bind bind : site.listens()) {
        if (bind.endpoint() instanceof Endpoint.Inet own && own.address().isAny()) {
          for (Door door : doors.getOrDefault(own.port(), List.of())) {
            boolean meets =
                missing(site, own, (Endpoint.Inet) door.endpoint())
                    && door.sites().getFirst().site().readers().equals(site.readers());
            if (meets && asked(stack, site, door)) {
              findings.putIfAbsent(bind.at(), finding(site, bind, door));
            }
          }
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether one of the site's names is asked for over the family of a door: somebody listens for
  /// it there on another port.
  private static boolean asked(Stack stack, Site site, Door door) {
    Family family = ((Endpoint.Inet) door.endpoint()).address().family();
    return site.requested().stream()
        .flatMap(name -> stack.sitesNamed(name.value()).stream())
        .flatMap(other -> other.listens().stream())
        .anyMatch(
            bind ->
                bind.endpoint() instanceof Endpoint.Inet(Address _, int _, var families)
                    && families.contains(family));
  }

  /// Whether `other` is the port of `own` in the family that the site has nothing for.
  private static boolean missing(Site site, Endpoint.Inet own, Endpoint.Inet other) {
    return other.address().isAny()
        && other.address().family() != own.address().family()
        && site.listens().stream()
            .noneMatch(
                bind ->
                    bind.endpoint() instanceof Endpoint.Inet(Address _, int port, var families)
                        && port == own.port()
                        && families.contains(other.address().family()));
  }

  private static Finding finding(Site site, Bind bind, Door door) {
    Family family = ((Endpoint.Inet) door.endpoint()).address().family();
    String name = site.requested().getFirst().value();
    return Finding.at(
            bind.at(),
            "not over " + family,
            "%s is not on %s, where another site answers whoever asks for it over %s"
                .formatted(name, door.endpoint(), family))
        .and(door.standard().bind().at(), "answers for it over " + family)
        .effect(
            "over %s the wrong site answers, with its pages and its certificate".formatted(family))
        .fix("add a listen for %s to this site".formatted(door.endpoint()));
  }
}
