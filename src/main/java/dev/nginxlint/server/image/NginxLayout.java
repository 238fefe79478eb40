package dev.nginxlint.server.image;

import dev.nginxlint.source.Dump;
import dev.nginxlint.source.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an image has its nginx, and what the files that it brings along come to.
///
/// @param main the main file; empty if it comes to be in a volume at the first start
/// @param includes the patterns of what the main file includes
/// @param site the site that is there from the beginning, maybe the main file itself
/// @param port what that site listens on
/// @param user the user of the workers, if a directive sets one
/// @param templates the folder whose templates are filled in at the start
/// @param files the text of what else of its files matters, by path
public record NginxLayout(
    Optional<String> main,
    List<String> includes,
    String site,
    int port,
    Optional<String> user,
    Optional<String> templates,
    Map<String, String> files) {
  public NginxLayout {
    includes = List.copyOf(includes);
    files = Map.copyOf(files);
  }

  private static final List<List<String>> ROWS =
      Resource.rows(NginxLayout.class, "nginx-layouts.tsv");

  /// The layout of an image that has an nginx; empty for every other.
  public static Optional<NginxLayout> of(Profile profile) {
    return ROWS.stream()
        .filter(row -> row.getFirst().equals(profile.server()))
        .findFirst()
        .map(NginxLayout::of);
  }

  /// The layout that a package has.
  public static NginxLayout packaged(String by) {
    return ROWS.stream()
        .filter(row -> row.getFirst().equals(by))
        .findFirst()
        .map(NginxLayout::of)
        .orElseThrow();
  }

  private static NginxLayout of(List<String> row) {
    return new NginxLayout(
        cell(row, 1),
        Rows.words(row.get(2)),
        row.get(3),
        Integer.parseInt(row.get(4)),
        cell(row, 5),
        cell(row, 6),
        cell(row, 7)
            .flatMap(name -> Dump.of(Resource.text(NginxLayout.class, name)))
            .map(Dump::texts)
            .orElse(Map.of()));
  }

  private static Optional<String> cell(List<String> row, int index) {
    return Optional.of(row.get(index)).filter(cell -> !cell.equals("-"));
  }
}
