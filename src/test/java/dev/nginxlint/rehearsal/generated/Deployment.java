package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small deployment that stands on its own, of which many can run on one machine.
///
/// @param number draws the same again, with the same seed
/// @param own its files by path, but for its compose file
/// @param compose its containers
public record Deployment(int number, Map<String, String> own, Optional<Compose> compose) {
  /// The one compose file of a deployment, and of all that run together.
  public static final String COMPOSE = "compose.yaml";

  /// What its names begin with, and no other's.
  public String name() {
    return "x" + number;
  }

  /// All that the linter reads.
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(own);
    compose.ifPresent(parts -> files.put(COMPOSE, Compose.file(List.of(parts))));
    return files;
  }
}
