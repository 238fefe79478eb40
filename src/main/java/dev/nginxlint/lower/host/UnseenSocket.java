package dev.nginxlint.lower.host;

import dev.nginxlint.server.Served;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A socket unit that a service is started with and that is not in view: nobody can tell what
/// systemd hands over.
record UnseenSocket(UnitName name) {
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "Unit", Set.of("Requires", "BindsTo", "Wants"),
          "Service", Set.of("Sockets"),
          "Install", Set.of("Also"));

  /// That of a service, if it names one which is not among those in view.
  static Optional<UnseenSocket> of(Unit service, Set<UnitName> seen) {
    return KEYS.entrySet().stream()
        .flatMap(
            keys -> keys.getValue().stream().flatMap(key -> named(service, keys.getKey(), key)))
        .filter(name -> name.type().equals("socket") && !seen.contains(name))
        .findFirst()
        .map(UnseenSocket::new);
  }

  private static Stream<UnitName> named(Unit unit, String section, String key) {
    return unit.entries(section, key).stream()
        .map(UnitTree.Entry::value)
        .flatMap(value -> Words.split(value, Escapes.KEPT).tree().stream())
        .flatMap(word -> UnitName.parse(word.value()).stream());
  }

  /// Whether a server may listen on it, and not where it says itself.
  boolean mayBeTakenBy(Served served) {
    return switch (served.activation()) {
      case REPLACES_BINDS, JOINS_BINDS, MATCHES_BINDS -> true;
      case BY_OPTION -> !served.inherited().isEmpty();
      case TAKES_TWICE, IGNORES -> false;
    };
  }

  @Override
  public String toString() {
    return name + " is not in view";
  }
}
