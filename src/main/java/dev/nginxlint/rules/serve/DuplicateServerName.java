package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Door;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two sites have one name on one address: nginx takes the first and says so in its log only.
public final class DuplicateServerName implements Rule {
  /// What is told once: a site that loses, and the one that takes its requests.
  private record Pair(Span loser, Span winner) {}

  @Override
  public List<Finding> check(Stack stack) {
    Map<Pair, Finding> findings = new LinkedHashMap<>();
    for (Door door : stack.doors()) {
      for (Door.Entry entry : door.sites()) {
        Site site = entry.site();
        for (Sourced<String> name : site.requested()) {
          Site winner = door.named(name.value()).orElse(site);
          if (!winner.at().equals(site.at()) && site.serves()) {
            findings.putIfAbsent(
                new Pair(site.at(), winner.at()), finding(name, winner, door.toString()));
          }
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Sourced<String> name, Site winner, String address) {
    return Finding.at(
            name.at(),
            "this one is ignored",
            "two sites are %s on %s: nginx takes the first that it reads and ignores this one"
                .formatted(name.value(), address))
        .and(winner.name(name.value()).map(Sourced::at).orElse(winner.at()), "the first")
        .effect(
            "the wrong site answers; [warn] conflicting server name \"%s\" on %s, ignored"
                .formatted(name.value(), address))
        .fix("keep one of the two, or make one site of them");
  }
}
