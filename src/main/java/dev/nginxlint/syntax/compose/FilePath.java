package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Text;
import java.util.Optional;

/// A path as it is written, and where it leads.
public record FilePath(Text text, Location location) {
  /// The path in the tree that is looked at; empty if it leads elsewhere or is not known.
  public Optional<String> inTree() {
    return location instanceof Location.InTree(String path) ? Optional.of(path) : Optional.empty();
  }
}
