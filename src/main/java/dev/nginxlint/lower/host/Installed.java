package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Version;
import dev.nginxlint.stack.Versions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the package manager of a host says is installed.
///
/// @param file its database
/// @param name what stands before the name of a package, with which a paragraph begins
/// @param version what stands before its version
record Installed(SourceFile file, String name, String version) {
  /// The packages of Debian, Alpine and nginx.org that bring the program or share its version.
  private static final Set<String> NGINX =
      Set.of(
          "nginx",
          "nginx-core",
          "nginx-light",
          "nginx-full",
          "nginx-extras",
          "nginx-common",
          "nginx-mainline");

  private static final Pattern GONE = Pattern.compile("(?m)^Status: .*(?<! installed)$");

  /// The versions that the database of dpkg or of apk tells.
  static Versions versions(View view) {
    return Stream.of(
            in(view, "/var/lib/dpkg/status", "Package: ", "Version: "),
            in(view, "/lib/apk/db/installed", "P:", "V:"),
            in(view, "/usr/lib/apk/db/installed", "P:", "V:"))
        .flatMap(Optional::stream)
        .map(Installed::versions)
        .reduce(Versions.UNTOLD, Versions::or);
  }

  private static Optional<Installed> in(View view, String path, String name, String version) {
    return view.file(path) instanceof View.Found.Present(var file, var _)
        ? Optional.of(new Installed(file, name, version))
        : Optional.empty();
  }

  private Versions versions() {
    return new Versions(
        version("nginx", NGINX).flatMap(told -> Version.parse(told.value())),
        version("systemd", Set.of("systemd"))
            .map(told -> told.map(text -> text.replaceFirst("\\D.*", "")))
            .filter(told -> told.value().matches("\\d{1,6}"))
            .map(told -> told.map(Integer::valueOf)));
  }

  /// The version of the first of some packages in the file, without its epoch.
  ///
  /// @param beginning how the names of all of them begin
  private Optional<Sourced<String>> version(String beginning, Set<String> packages) {
    String text = file.text();
    String head = name + beginning;
    for (int at = text.startsWith(head) ? 0 : next(head, 0); at >= 0; at = next(head, at)) {
      int line = text.indexOf('\n', at);
      int end = text.indexOf("\n\n", at);
      if (line > 0 && packages.contains(text.substring(at + name.length(), line))) {
        Optional<Sourced<String>> found = version(at, end < 0 ? text.length() : end);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// Where the next line after a place begins with a text; negative if none does.
  private int next(String head, int from) {
    int end = file.text().indexOf("\n" + head, from);
    return end < 0 ? end : end + 1;
  }

  private Optional<Sourced<String>> version(int start, int end) {
    // What dpkg removed and did not purge keeps its paragraph.
    Matcher gone = GONE.matcher(file.text()).region(start, end);
    Matcher line =
        Pattern.compile("(?m)^" + version + "(?:\\d+:)?(.+)$")
            .matcher(file.text())
            .region(start, end);
    return !gone.find() && line.find()
        ? Optional.of(new Sourced<>(line.group(1).strip(), file.span(line.start(), line.end())))
        : Optional.empty();
  }
}
