package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.List;
import java.util.Optional;

/// The configuration of one nginx with every include in its place.
///
/// @param at where it begins
/// @param directives the main level
/// @param open why directives that we do not see may belong to it; empty if these are all
/// @param missing the includes that name a file which is not there
/// @param extent whether one nginx reads all of it
public record Configuration(
    Span at,
    List<Directive> directives,
    Optional<String> open,
    List<Missing> missing,
    Extent extent) {
  public Configuration {
    directives = List.copyOf(directives);
    missing = List.copyOf(missing);
  }

  /// What binds the files of a configuration together.
  public enum Extent {
    /// One nginx reads them all.
    ONE,
    /// They stand beside each other, and may be alternatives.
    GUESSED
  }

  /// An include of a file that is not there.
  public record Missing(Sourced<String> path, Span at) {}
}
