package dev.nginxlint.rehearsal.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One way to tell a server where to listen.
///
/// @param protocol what it speaks there: `http`, `fastcgi`, `uwsgi`
/// @param reach what it can be told: `inet`, `port`, `unix`, or `fixed` for a port of its own
/// @param fixed the port of its own
/// @param service the lines of the unit's `[Service]`
/// @param files other files, by path
record Form(
    String server,
    String protocol,
    String reach,
    int fixed,
    String service,
    Map<String, String> files) {
  private static final Path FOLDER = Path.of("src/test/resources/rehearsal/generated");

  /// The ways that are written in a file: `== server protocol reach`, the lines of the service, and
  /// `-- path` before those of another file.
  static List<Form> all(String file) {
    return blocks(file).map(Form::of).toList();
  }

  /// What changes the mode of a server's socket: a value for `{mode}` in a line.
  static Map<String, List<String>> modes() {
    Map<String, List<String>> modes = new LinkedHashMap<>();
    blocks("modes.txt")
        .forEach(
            block -> {
              List<String> lines = block.strip().lines().toList();
              modes.put(
                  lines.getFirst(),
                  lines.stream()
                      .skip(1)
                      .map(l -> l.equals("-") ? "" : l.replace(';', '\n'))
                      .toList());
            });
    return modes;
  }

  private static Stream<String> blocks(String file) {
    try {
      return Stream.of(Files.readString(FOLDER.resolve(file)).split("(?m)^== ", 0)).skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Form of(String block) {
    List<String> parts = new ArrayList<>(List.of(block.split("(?m)^-- ", 0)));
    String[] first = parts.removeFirst().split("\n", 2);
    String[] words = first[0].split("[ :]", 0);
    Map<String, String> files = new LinkedHashMap<>();
    for (String part : parts) {
      String[] file = part.split("\n", 2);
      files.put(file[0], file[1].strip() + "\n");
    }
    int fixed = words.length > 3 ? Integer.parseInt(words[3]) : 0;
    return new Form(words[0], words[1], words[2], fixed, first[1].strip(), files);
  }
}
