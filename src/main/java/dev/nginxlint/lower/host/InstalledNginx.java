package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import dev.nginxlint.stack.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The version of nginx that the package manager of a host says is installed.
final class InstalledNginx {
  /// The packages of Debian, Alpine and nginx.org that bring the program or share its version.
  private static final Set<String> PACKAGES =
      Set.of(
          "nginx",
          "nginx-core",
          "nginx-light",
          "nginx-full",
          "nginx-extras",
          "nginx-common",
          "nginx-mainline");

  private InstalledNginx() {}

  /// The version, from the database of dpkg or of apk; empty if neither knows one.
  static Optional<Version> version(View view) {
    return from(view, "/var/lib/dpkg/status", "Package: ", "Version: ")
        .or(() -> from(view, "/lib/apk/db/installed", "P:", "V:"))
        .or(() -> from(view, "/usr/lib/apk/db/installed", "P:", "V:"));
  }

  /// Both are paragraphs of lines that begin with a key, the name before the version.
  private static Optional<Version> from(View view, String path, String name, String version) {
    if (!(view.file(path) instanceof View.Found.Present present)) {
      return Optional.empty();
    }
    String text = present.file().text();
    for (String paragraph : paragraphs(text, name)) {
      List<String> lines = paragraph.lines().toList();
      boolean nginx = PACKAGES.contains(lines.getFirst().substring(name.length()).strip());
      // What dpkg removed and did not purge keeps its paragraph.
      boolean gone = lines.stream().anyMatch(line -> line.matches("Status: .*(?<! installed)"));
      Optional<Version> found =
          lines.stream()
              .filter(line -> line.startsWith(version))
              .findFirst()
              .map(line -> line.substring(version.length()).strip().replaceFirst("^\\d+:", ""))
              .flatMap(Version::parse);
      if (nginx && !gone && found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The paragraphs of packages that are called something with nginx, from their names on.
  private static List<String> paragraphs(String text, String name) {
    return List.of(text.split("\n\n+")).stream()
        .map(paragraph -> paragraph.substring(Math.max(0, paragraph.indexOf(name))))
        .filter(paragraph -> paragraph.startsWith(name + "nginx"))
        .toList();
  }
}
