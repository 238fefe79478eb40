package dev.nginxlint.server;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.ComposeWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// One case of a file in testdata/server: a command and what it finds around it.
///
/// ```
/// # what the case shows
/// in /app                  the working directory
/// env PORT=5000            a variable that is set; `env PORT?` may be set
/// file /app/x.py           a file, its lines behind `| `; `unseen /x` may be there
/// $ gunicorn app:app       the command, split as compose does
///   ...                    what is read from it, indented
/// ```
final class ServerCase implements Surroundings {
  final List<String> lines = new ArrayList<>();
  List<Text> words = List.of();
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Lookup> files = new TreeMap<>();
  private final Map<String, StringBuilder> texts = new HashMap<>();
  private Optional<String> directory = Optional.of("/");
  private String file = "";

  /// The cases of a file, divided by empty lines.
  static List<ServerCase> read(SourceFile source) {
    List<ServerCase> cases = new ArrayList<>(List.of(new ServerCase()));
    for (int number = 1; number <= source.lineCount(); number++) {
      if (source.line(number).isEmpty()) {
        cases.add(new ServerCase());
      } else {
        cases.getLast().take(source, number);
      }
    }
    cases.removeIf(one -> one.lines.isEmpty());
    return cases;
  }

  private void take(SourceFile source, int number) {
    String line = source.line(number);
    int start = source.lineStart(number);
    if (line.startsWith("  ")) {
      return;
    }
    lines.add(line);
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "$" -> words = words(Text.of(source.span(start + 2, start + line.length())));
      case "in" -> directory = Optional.of(parts[1]).filter(path -> !path.equals("?"));
      case "env" -> variable(source, start + 4, parts[1]);
      case "unseen" -> files.put(parts[1], new Lookup.Unseen(parts[1] + " is not seen"));
      case "file" -> {
        file = parts[1];
        texts.put(file, new StringBuilder());
        files.put(file, new Lookup.Absent());
      }
      case "|" -> {
        texts.get(file).append(parts.length > 1 ? parts[1] : "").append('\n');
        SourceFile content = new SourceFile(file, texts.get(file).toString());
        files.put(file, new Lookup.Present(content));
      }
      default -> {}
    }
  }

  private static List<Text> words(Text command) {
    return ComposeWords.split(command).tree().words();
  }

  private void variable(SourceFile source, int start, String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      String name = text.substring(0, text.length() - 1);
      variables.put(name, new Variable.Unknown("%s may be set elsewhere".formatted(name)));
    } else {
      var at = source.span(start + equals + 1, start + text.length());
      variables.put(
          text.substring(0, equals),
          new Variable.Set(new Sourced<>(text.substring(equals + 1).replace('?', '\uFFFC'), at)));
    }
  }

  @Override
  public Variable variable(String name) {
    return variables.getOrDefault(name, new Variable.Unset());
  }

  @Override
  public Lookup file(String path) {
    return files.getOrDefault(path, new Lookup.Absent());
  }

  @Override
  public Optional<List<String>> list(String path) {
    TreeSet<String> names = new TreeSet<>();
    for (String known : files.keySet()) {
      if (Paths.within(path, known) && !known.equals(path)) {
        names.add(Paths.relative(path, known).split("/", 2)[0]);
      }
    }
    return Optional.of(List.copyOf(names));
  }

  @Override
  public Optional<String> directory() {
    return directory;
  }
}
