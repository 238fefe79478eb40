package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.account.Tmpfile;
import dev.nginxlint.syntax.unit.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The directories that tmpfiles.d makes at every boot.
final class Tmpfiles {
  /// The strongest directory first; of two files with one name the stronger counts.
  private static final List<String> DIRECTORIES =
      List.of(
          "/etc/tmpfiles.d", "/run/tmpfiles.d", "/usr/local/lib/tmpfiles.d", "/usr/lib/tmpfiles.d");

  private Tmpfiles() {}

  static void add(View view, Place place, Draft draft) {
    Map<String, View.Found.Present> files = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (String name : view.list(directory).names()) {
        if (name.endsWith(".conf")
            && view.file(Paths.resolve(directory, name)) instanceof View.Found.Present present) {
          files.putIfAbsent(name, present);
        }
      }
    }
    for (View.Found.Present present : files.values()) {
      for (Tmpfile line : Tmpfile.read(present.file())) {
        if ("dDvqQ".indexOf(line.type().value().charAt(0)) >= 0) {
          draft.add(directory(line, place));
        }
      }
    }
  }

  private static Directory directory(Tmpfile line, Place place) {
    String path = Paths.absolute(line.path().value());
    String clean = Paths.within("/var/run", path) ? path.substring("/var".length()) : path;
    SocketFile owner =
        new SocketFile(
            line.mode().flatMap(Tmpfiles::mode),
            line.user().map(Tmpfiles::name),
            line.group().map(Tmpfiles::name));
    return new Directory(place, clean, "tmpfiles.d", owner, line.at());
  }

  private static Optional<Effective<Integer>> mode(Text text) {
    String digits = text.value().replaceAll("^[~:]+", "");
    return Value.mode(digits).map(mode -> Effective.of(text.sourced().with(mode)));
  }

  private static Effective<String> name(Text text) {
    return Effective.of(text.sourced());
  }
}
