package dev.nginxlint.rehearsal.generated;

import java.util.Map;

/// A small deployment that stands on its own, of which many can run on one machine.
///
/// @param number draws the same again, with the same seed
/// @param files all that the linter reads, by path, those of its machine included
public record Deployment(int number, Map<String, String> files) {
  /// What its names begin with, and no other's.
  public String name() {
    return "x" + number;
  }
}
