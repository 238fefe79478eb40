package dev.nginxlint.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// Trees of files on the disk.
final class Folders {
  private Folders() {}

  /// Copies a tree over another one, symbolic links as they are; an empty file called `x.gone`
  /// takes `x` away.
  static void lay(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else if (file.toString().endsWith(".gone")) {
          Files.delete(Path.of(target.toString().replaceFirst("\\.gone$", "")));
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
