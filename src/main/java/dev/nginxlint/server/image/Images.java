package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import java.util.List;
import java.util.Optional;

/// The images of registries that we know.
public final class Images {
  private static final List<Row> ROWS = Rows.of("images.tsv").stream().map(Row::of).toList();

  private Images() {}

  /// What is known of an image; empty if it is a stranger, or if its tag decides and is not known.
  public static Optional<Profile> lookup(String reference) {
    Reference name = Reference.parse(reference);
    if (Hole.in(name.path())) {
      return Optional.empty();
    }
    List<Row> rows = ROWS.stream().filter(row -> name.isCalled(row.image())).toList();
    boolean decides = rows.size() > 1 && Hole.is(name.tag());
    return decides
        ? Optional.empty()
        : rows.stream().filter(row -> row.has(name.tag())).findFirst().map(Row::profile);
  }

  private record Row(String image, List<String> tags, Profile profile) {
    static Row of(List<String> cells) {
      return new Row(cells.get(0), Rows.words(cells.get(1)), Profile.of(cells));
    }

    boolean has(String tag) {
      return tags.stream().anyMatch(pattern -> Glob.matches(pattern, tag));
    }
  }
}
