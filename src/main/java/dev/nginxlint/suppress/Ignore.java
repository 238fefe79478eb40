package dev.nginxlint.suppress;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.stream.Stream;

/// A comment `nginx-lint: ignore[slug, …] reason`.
///
/// @param slugs the rules that are not to be told
/// @param line the line it stands on, counted from 1
/// @param covered the line it speaks of: its own, or the one beneath the comments it stands among
record Ignore(List<Sourced<String>> slugs, String path, int line, int covered) {
  Ignore {
    slugs = List.copyOf(slugs);
  }

  /// Whether the finding points, with whichever end, at a line that this speaks of; its own line is
  /// where a finding about the whole of a file begins.
  boolean covers(Finding finding) {
    return Stream.concat(Stream.of(finding.primary()), finding.related().stream())
        .anyMatch(label -> touches(label.at()));
  }

  private boolean touches(Span at) {
    int from = at.from().line();
    return at.file().path().equals(path) && (from == covered || from == line);
  }
}
