package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import java.util.List;

/// The programs that images are known to lack.
public final class MissingTools {
  private static final ImageTable TABLE = new ImageTable("missing-tools.tsv");

  private MissingTools() {}

  /// Whether an image surely does not bring a program along.
  public static boolean lacks(String reference, String program) {
    Reference name = Reference.parse(reference);
    return !Hole.in(reference)
        && TABLE.of(name).stream()
            .filter(row -> fits(row.get(1), name.tag()) && !fits(row.get(2), name.tag()))
            .anyMatch(row -> Rows.words(row.get(3)).contains(program));
  }

  private static boolean fits(String patterns, String tag) {
    List<String> words = Rows.words(patterns);
    return words.stream().anyMatch(pattern -> Glob.matches(pattern, tag));
  }
}
