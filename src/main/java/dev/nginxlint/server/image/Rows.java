package dev.nginxlint.server.image;

import java.util.List;

/// How the tables of images are written.
final class Rows {
  private Rows() {}

  /// The words of a cell; none if it is `-`.
  static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" ", -1));
  }
}
