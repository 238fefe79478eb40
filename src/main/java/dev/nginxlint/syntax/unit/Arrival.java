package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Resource;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import java.util.List;
import java.util.Optional;

/// With which systemd something came that a unit may hold, of all that makes a difference to a
/// server (NEWS of systemd).
///
/// @param value the one that came, of a key that is older; empty if the key itself came
/// @param since the version that was the first to read it as it is meant
public record Arrival(String section, String key, String value, int since) {
  /// All of them.
  public static final List<Arrival> ALL =
      Resource.rows(Arrival.class, "arrivals.tsv").stream()
          .map(row -> new Arrival(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3))))
          .toList();

  /// With what an assignment came; empty for one that every systemd in use knows, or that is of no
  /// consequence.
  public static Optional<Arrival> of(String section, Entry entry) {
    return ALL.stream().filter(arrival -> arrival.is(section, entry)).findFirst();
  }

  private boolean is(String where, Entry entry) {
    return section.equals(where)
        && key.equals(entry.key().value())
        && (value.isEmpty() || value.equals(entry.value().value()));
  }

  /// As it is written in a unit, as far as it is not known.
  public String written() {
    return key + "=" + value;
  }
}
