package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Door;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A site without a name is not the default of its address, so no request ever reaches it.
public final class DefaultServerShadow implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Set<Span> standards =
        stack.doors().stream().map(door -> door.standard().site().at()).collect(Collectors.toSet());
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Door door : stack.doors()) {
      for (Door.Entry entry : door.sites()) {
        Site site = entry.site();
        if (site.nameless() && !standards.contains(site.at())) {
          stack.callsFrom(site).stream()
              .findFirst()
              .ifPresent(call -> findings.putIfAbsent(site.at(), finding(entry, call.hop(), door)));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Door.Entry entry, Hop hop, Door door) {
    Door.Entry standard = door.standard();
    boolean said = standard.site().claims(standard.bind());
    return Finding.at(
            entry.bind().at(),
            "this site has no name to be asked for",
            "no request reaches this site: it has no name, and another is the default of "
                + door.endpoint())
        .and(standard.bind().at(), said ? "default_server" : "the default: nginx reads it first")
        .and(hop.pass().at(), "so nothing comes to " + Phrase.target(hop))
        .effect("the other site answers every request, with its page or a 404")
        .fix("give the site its server_name, or make it the default_server and the other one not");
  }
}
