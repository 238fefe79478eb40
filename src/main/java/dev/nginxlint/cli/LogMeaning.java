package dev.nginxlint.cli;

import dev.nginxlint.source.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What nginx means by a line of its log that no card quotes; `log.tsv` has them all.
///
/// @param piece what stands in the line, as the sources of nginx have it
/// @param slugs the rules that may find why
/// @param meaning a sentence for people
record LogMeaning(String piece, List<String> slugs, String meaning) {
  /// All of them, the more telling before the less.
  static List<LogMeaning> all() {
    return Resource.rows(LogMeaning.class, "log.tsv").stream().map(LogMeaning::parse).toList();
  }

  private static LogMeaning parse(List<String> row) {
    return new LogMeaning(
        row.get(0),
        Stream.of(row.get(1).split(",")).filter(slug -> !slug.isEmpty()).toList(),
        row.get(2));
  }

  /// What a line means.
  static Optional<LogMeaning> of(String line) {
    return all().stream().filter(meaning -> line.contains(meaning.piece())).findFirst();
  }
}
