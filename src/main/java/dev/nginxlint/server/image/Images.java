package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import java.util.List;
import java.util.Optional;

/// The images of registries that we know.
public final class Images {
  private static final ImageTable TABLE = new ImageTable("images.tsv");

  private Images() {}

  /// What is known of an image; empty if it is a stranger, or if its tag decides and is not known.
  public static Optional<Profile> lookup(String reference) {
    Reference name = Reference.parse(reference);
    if (Hole.in(name.path())) {
      return Optional.empty();
    }
    List<List<String>> rows = TABLE.of(name);
    boolean decides = rows.size() > 1 && Hole.is(name.tag());
    return decides
        ? Optional.empty()
        : rows.stream().filter(row -> has(row, name.tag())).findFirst().map(Profile::of);
  }

  private static boolean has(List<String> row, String tag) {
    return Rows.words(row.get(1)).stream().anyMatch(pattern -> Glob.matches(pattern, tag));
  }
}
