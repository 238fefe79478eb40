package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.Optional;
import java.util.Set;

/// How compose starts a container, and what becomes of it when it ends.
///
/// @param restart its policy; empty if it has none, so that it stays ended
/// @param after the ids of the places that are started before
/// @param waits the ids of those among them that have to be healthy, or at their end
public record Composed(
    Process process,
    Span at,
    Optional<Sourced<String>> restart,
    Set<String> after,
    Set<String> waits)
    implements Remark.Apart {
  public Composed {
    after = Set.copyOf(after);
    waits = Set.copyOf(waits);
  }

  /// The id of its place.
  public String place() {
    return process.place().id();
  }

  /// Whether it surely is not there yet when the other one starts.
  public boolean follows(Composed other) {
    boolean unheld = other.waits.containsAll(waits);
    boolean known = other.after.contains(place()) || place().equals(other.place());
    return !known && (after.contains(other.place()) || !unheld);
  }

  /// Whether it is started again when it fails.
  public boolean comesBack() {
    return restart.filter(policy -> !policy.value().matches("no|none")).isPresent();
  }
}
