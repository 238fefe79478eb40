package dev.nginxlint.lower.host;

import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a server makes files for itself, without which it does not start.
///
/// @param directories those that it tries, one after another
/// @param log what it says where it can write none of them
/// @param evidence whether every such server does so
record Scratch(List<String> directories, String log, Evidence evidence) {
  private static final List<String> VARIABLES = List.of("TMPDIR", "TEMP", "TMP");

  /// What a server needs; empty if it needs none, or is told another directory.
  static Optional<Scratch> of(Served served, List<Text> words, Surroundings around) {
    boolean told =
        VARIABLES.stream()
            .anyMatch(name -> !(around.variable(name) instanceof Surroundings.Variable.Unset));
    return switch (served.server()) {
      case "gunicorn" -> told ? Optional.empty() : gunicorn(words, around);
      // The lock of opcache, which Debian's php-fpm has and the official image has not.
      case "php-fpm" ->
          Optional.of(
              new Scratch(
                  List.of("/tmp"),
                  "Unable to create lock file: Read-only file system (30)",
                  Evidence.HINT));
      default -> Optional.empty();
    };
  }

  /// The files by which the workers show that they live (`gunicorn/workers/workertmp.py`).
  private static Optional<Scratch> gunicorn(List<Text> words, Surroundings around) {
    String file = "gunicorn.conf.py";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).value();
      if (word.startsWith("--worker-tmp-dir") || Hole.in(words.get(i))) {
        return Optional.empty();
      }
      boolean option = word.matches("-c|--config") && i + 1 < words.size();
      file = option ? words.get(i + 1).value() : word.replaceFirst("^--config=", "");
      if (option || word.startsWith("--config=")) {
        break;
      }
      file = "gunicorn.conf.py";
    }
    boolean variable =
        !(around.variable("GUNICORN_CMD_ARGS") instanceof Surroundings.Variable.Unset);
    if (variable || around.directory().isEmpty() || mayTell(file, around)) {
      return Optional.empty();
    }
    List<String> directories = new ArrayList<>(List.of("/tmp", "/var/tmp", "/usr/tmp"));
    directories.add(around.directory().get());
    return Optional.of(
        new Scratch(
            directories, "No usable temporary directory found in", Evidence.SERVER_DEFAULT));
  }

  private static boolean mayTell(String file, Surroundings around) {
    String path = Paths.resolve(around.directory().orElse("/"), file);
    return switch (around.file(path)) {
      case Surroundings.Lookup.Present(SourceFile source) ->
          source.text().contains("worker_tmp_dir");
      case Surroundings.Lookup.Absent() -> false;
      case Surroundings.Lookup.Unseen _ -> !file.equals("gunicorn.conf.py");
    };
  }
}
