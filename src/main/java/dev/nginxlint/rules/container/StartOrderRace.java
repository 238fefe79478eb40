package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Composed;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// nginx needs a name to start that a container has which is made to start after it.
public final class StartOrderRace implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Composed> all = stack.remarks(Composed.class);
    List<Finding> findings = new ArrayList<>();
    for (Composed nginx : all) {
      if (!nginx.comesBack()) {
        stack.calls().stream()
            .map(Call::hop)
            .filter(hop -> hop.place().id().equals(nginx.place()))
            .filter(hop -> hop.from().start() == Start.AUTOMATIC && !hop.resolvesLate())
            .flatMap(hop -> later(stack, all, nginx, hop).map(l -> finding(nginx, hop, l)).stream())
            .findFirst()
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /// Who has the name that a hop needs, if that is surely not there yet.
  private static Optional<Composed> later(
      Stack stack, List<Composed> all, Composed nginx, Hop hop) {
    if (!(hop.target() instanceof Target.Inet(var host, var _))) {
      return Optional.empty();
    }
    List<Place> named = stack.placesNamed(hop.place(), host.value());
    List<Composed> held =
        all.stream()
            .filter(other -> named.stream().anyMatch(place -> place.id().equals(other.place())))
            .filter(other -> other.process().start() == Start.AUTOMATIC && other.follows(nginx))
            .toList();
    return held.size() == named.size() ? held.stream().findFirst() : Optional.empty();
  }

  private static Finding finding(Composed nginx, Hop hop, Composed later) {
    String name = hop.target() instanceof Target.Inet(var host, var _) ? host.value() : "";
    String label = later.process().place().label();
    boolean reversed = later.after().contains(nginx.place());
    return Finding.at(
            hop.at(),
            "looked up once, when nginx starts",
            "nginx needs the name \"%s\" to start, and %s, which has it, is started later"
                .formatted(name, label))
        .and(
            later.at(),
            reversed
                ? "its depends_on has nginx started first"
                : "waits for the health of another service")
        .and(nginx.at(), "has no depends_on for it, and no restart")
        .effect(Phrase.unresolved(hop, name))
        .fix(
            reversed
                ? "turn the depends_on round"
                : "add %s to depends_on of %s".formatted(label, nginx.process().place().label()));
  }
}
