package dev.nginxlint.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What was to be found when the rules were begun, and what became of it.
final class Catalogue {
  private static final Path LIST = Path.of("testdata/catalogue.tsv");
  private static final String NONE = "-";

  private Catalogue() {}

  /// A fault that was listed.
  ///
  /// @param page the rule that finds it now
  /// @param reason why there is none
  record Entry(String fault, String page, String reason) {
    boolean refused() {
      return page.equals(NONE);
    }
  }

  static List<Entry> entries() throws IOException {
    return Files.readAllLines(LIST).stream()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Entry(parts[0], parts[1], parts.length > 2 ? parts[2] : ""))
        .toList();
  }
}
