package dev.nginxlint.lower.host;

import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which units share their private `/tmp`: `JoinsNamespaceOf=` (systemd.unit(5)), for units that
/// both have one.
final class Namespaces {
  private final Map<String, String> first = new HashMap<>();
  private final Set<String> loaded = new HashSet<>();

  /// @param units every unit of the host
  Namespaces(Collection<Unit> units) {
    units.stream().filter(unit -> !unit.parts().isEmpty()).forEach(u -> loaded.add(name(u)));
    for (Unit unit : units) {
      for (String other : joined(unit)) {
        first.put(root(name(unit)), root(other));
      }
    }
  }

  /// A name for the namespace of a unit, the same for all that share it.
  String of(Unit unit) {
    return root(name(unit));
  }

  /// Whether a unit joins one that is not in view.
  boolean joinsUnseen(Unit unit) {
    return !loaded.containsAll(joined(unit));
  }

  private String root(String name) {
    String at = name;
    while (!first.getOrDefault(at, at).equals(at)) {
      at = first.get(at);
    }
    return at;
  }

  private static List<String> joined(Unit unit) {
    return new UnitSettings(unit, "Unit")
        .words("JoinsNamespaceOf", Escapes.DROPPED).stream().map(Text::value).toList();
  }

  private static String name(Unit unit) {
    return unit.name().toString();
  }
}
