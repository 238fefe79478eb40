package dev.nginxlint.lower.host;

import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The units that others start, which are enabled themselves.
final class PulledIn {
  private static final List<String> KEYS = List.of("Wants", "Requires", "BindsTo", "Upholds");

  private PulledIn() {}

  /// What the enabled ones of some units pull in, and what that pulls in; a timer, a path or a
  /// socket pulls in what it starts.
  static Set<UnitName> by(List<Unit> units, Set<UnitName> enabled) {
    Set<UnitName> pulled = new HashSet<>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Unit unit : units) {
        if (enabled.contains(unit.name()) || pulled.contains(unit.name())) {
          grows |= pulled.addAll(named(unit));
        }
      }
    }
    return pulled;
  }

  private static Set<UnitName> named(Unit unit) {
    Set<UnitName> names = new HashSet<>();
    for (String key : KEYS) {
      for (UnitTree.Entry entry : unit.entries("Unit", key)) {
        Words.split(entry.value(), Escapes.KEPT).tree().stream()
            .map(word -> UnitName.parse(word.value()))
            .flatMap(Optional::stream)
            .forEach(names::add);
      }
    }
    switch (unit.name().type()) {
      case "timer", "path" -> {
        names.add(unit.name().withType("service"));
        for (String section : List.of("Timer", "Path")) {
          unit.entries(section, "Unit").stream()
              .map(entry -> UnitName.parse(entry.value().value()))
              .flatMap(Optional::stream)
              .forEach(names::add);
        }
      }
      default -> {}
    }
    return names;
  }
}
