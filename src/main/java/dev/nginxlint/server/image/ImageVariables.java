package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import java.util.Map;
import java.util.stream.Collectors;

/// The variables that images set.
public final class ImageVariables {
  private static final ImageTable TABLE = new ImageTable("image-variables.tsv");

  private ImageVariables() {}

  /// The names and values that an image sets, as far as they are known.
  public static Map<String, String> of(String reference) {
    Reference name = Reference.parse(reference);
    if (Hole.in(reference)) {
      return Map.of();
    }
    return TABLE.of(name).stream()
        .filter(row -> Rows.words(row.get(1)).stream().anyMatch(tag -> fits(tag, name)))
        .collect(Collectors.toMap(row -> row.get(2), row -> value(row.get(3), name)));
  }

  /// A tag that begins with a whole version means that version for ever.
  private static String value(String cell, Reference name) {
    return cell.equals("=") ? name.tag().split("-", 2)[0] : cell;
  }

  private static boolean fits(String pattern, Reference name) {
    return Glob.matches(pattern, name.tag());
  }
}
