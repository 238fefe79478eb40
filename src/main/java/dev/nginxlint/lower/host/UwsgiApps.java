package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The applications that Debian's `uwsgi` service starts: one uwsgi for each file, told the
/// package's own settings first (`/usr/share/uwsgi/conf/default.ini`).
record UwsgiApps(Sources sources, ConfiguredServers servers) {
  private static final String APPS = "/etc/uwsgi/apps-enabled";

  /// Adds them; why there may be more.
  Optional<String> add() {
    FileTree tree = sources.set().tree();
    Optional<String> unknown = Optional.empty();
    for (String name : tree.list(APPS)) {
      String path = Paths.resolve(APPS, name);
      Optional<SourceFile> file =
          name.endsWith(".ini") ? sources.read(path) : Optional.<SourceFile>empty();
      if (file.isPresent()) {
        unknown = unknown.or(start(name, path, file.get())::unknown);
      } else if (name.matches(".*\\.(?:xml|ya?ml|json)")) {
        unknown = unknown.or(() -> Optional.of("of " + APPS + " only ini files are read"));
      }
    }
    return unknown;
  }

  private ConfiguredServers.Result start(String name, String path, SourceFile file) {
    String app = name.substring(0, name.lastIndexOf('.'));
    Span at = file.span(0, file.line(1).length());
    List<Text> words =
        Stream.of(
                "uwsgi",
                "--socket",
                "/run/uwsgi/app/" + app + "/socket",
                "--chown-socket=www-data",
                "--chmod-socket=660",
                "--uid=www-data",
                "--gid=www-data",
                "--ini",
                path)
            .map(word -> Text.derived(word, at))
            .toList();
    return servers.start("uwsgi", "uwsgi app \"" + app + "\"", path, words, at);
  }
}
