package dev.nginxlint.source;

import java.util.Optional;

/// The data of the program as constants of a class, which cost a start nothing: to open a jar and
/// to find the first file in it costs 10 ms.
///
/// There are none before src/launcher/Pack.java writes this class anew.
final class Embedded {
  private Embedded() {}

  /// The text of a file.
  ///
  /// @param path that of the file on the class path, with a slash before it
  static Optional<String> text(String path) {
    return Optional.empty();
  }
}
