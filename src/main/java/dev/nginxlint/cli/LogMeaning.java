package dev.nginxlint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (InputStream in = LogMeaning.class.getResourceAsStream("log.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(LogMeaning::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogMeaning parse(String row) {
    String[] cells = row.split("\t", -1);
    return new LogMeaning(
        cells[0],
        Stream.of(cells[1].split(",")).filter(slug -> !slug.isEmpty()).toList(),
        cells[2]);
  }

  /// What a line means.
  static Optional<LogMeaning> of(String line) {
    return all().stream().filter(meaning -> line.contains(meaning.piece())).findFirst();
  }
}
