package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Behaviour;
import dev.nginxlint.stack.Behaviour.Notice;
import dev.nginxlint.stack.Behaviour.Stay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether servers go to the background, and whether they tell systemd that they are ready.
public final class Behaviours {
  /// The server; options that send it to the background; options that keep it in the foreground;
  /// where it goes without either (`?` if a file of settings decides); whether it notifies systemd.
  private static final List<String[]> ROWS =
      """
      gunicorn   | -D --daemon      | -              | foreground | sent
      uvicorn    | -                | -              | foreground | never
      hypercorn  | -                | -              | foreground | never
      daphne     | -                | -              | foreground | never
      waitress   | -                | -              | foreground | never
      flask      | -                | -              | foreground | never
      django     | -                | -              | foreground | never
      streamlit  | -                | -              | foreground | never
      unicorn    | -D --daemonize   | -              | foreground | never
      puma       | -d --daemon      | -              | ?          | ?
      thin       | -d --daemonize   | -              | ?          | never
      php-fpm    | -D --daemonize   | -F --nodaemonize | ?        | ?
      """
          .lines()
          .map(line -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new))
          .toList();

  /// Programs that put the one behind them in their own place.
  private static final List<String> REPLACED =
      List.of("bundle", "pipenv", "poetry", "env", "exec", "run");

  private Behaviours() {}

  /// What a server does; empty if it is not the command itself that becomes it, or is not known.
  ///
  /// @param server its name in the catalogue
  /// @param words the command that starts it
  public static Optional<Behaviour> of(String server, List<Text> words, Surroundings around) {
    return ROWS.stream()
        .filter(row -> row[0].equals(server))
        .findFirst()
        .flatMap(row -> of(row, words, around));
  }

  /// The file that the options of a server tell it to write the number of its process to.
  public static Optional<Text> pidFile(String server, List<Text> words) {
    String options =
        switch (server) {
          case "gunicorn" -> "-p|--pid";
          case "uwsgi", "puma" -> "--pidfile";
          case "php-fpm" -> "-g|--pid";
          default -> "";
        };
    for (int i = 0; i < words.size() && !options.isEmpty(); i++) {
      Text word = words.get(i);
      int equals = word.value().indexOf('=');
      if (equals > 0 && word.value().substring(0, equals).matches(options)) {
        return Optional.of(word.slice(equals + 1, word.length()));
      }
      if (word.value().matches(options) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1)).filter(path -> path.value().startsWith("/"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Behaviour> of(String[] row, List<Text> words, Surroundings around) {
    int program = program(row[0], words);
    if (program < 0) {
      return Optional.empty();
    }
    List<Text> options = words.subList(program + 1, words.size());
    Notice notice =
        switch (row[4]) {
          case "sent" -> Notice.SENT;
          case "never" -> Notice.NEVER;
          default -> Notice.UNKNOWN;
        };
    Optional<Text> behind = option(row[1], options);
    Optional<Text> before = option(row[2], options);
    if (behind.isPresent()) {
      return Optional.of(new Behaviour(Stay.BACKGROUND, notice, behind.get().span()));
    }
    boolean told = row[3].equals("foreground") && !configured(options, around);
    Stay stay = before.isPresent() || told ? Stay.FOREGROUND : Stay.UNKNOWN;
    return Optional.of(new Behaviour(stay, notice, before.orElse(words.get(program)).span()));
  }

  /// The word that names the server: the program, one that a wrapper starts, or a module of Python.
  private static int program(String server, List<Text> words) {
    for (int i = 0; i < words.size(); i++) {
      String name = Paths.name(words.get(i).value());
      if (name.startsWith(server)) {
        return i;
      }
      boolean python = name.matches("python[0-9.]*");
      boolean through = python || name.equals("-m") || REPLACED.contains(name);
      if (!through && !(i > 0 && name.equals("manage.py"))) {
        return server.equals("django") && name.equals("manage.py") ? i : -1;
      }
    }
    return -1;
  }

  private static Optional<Text> option(String names, List<Text> options) {
    List<String> all = new ArrayList<>(Arrays.asList(names.split(" ")));
    all.remove("-");
    return options.stream().filter(word -> all.contains(word.value())).findFirst();
  }

  /// Whether a file of settings that we cannot read, or that speaks of it, may decide.
  private static boolean configured(List<Text> options, Surroundings around) {
    for (int i = 0; i < options.size(); i++) {
      String word = options.get(i).value();
      if (word.equals("-c") || word.startsWith("--conf")) {
        boolean joined = word.indexOf('=') > 0;
        String path =
            joined
                ? word.substring(word.indexOf('=') + 1)
                : i + 1 < options.size() ? options.get(i + 1).value() : "";
        boolean quiet =
            around.file(Paths.resolve(around.directory().orElse("/"), path))
                    instanceof Surroundings.Lookup.Present(var file)
                && !file.text().contains("daemon");
        if (!quiet) {
          return true;
        }
      }
    }
    return false;
  }
}
