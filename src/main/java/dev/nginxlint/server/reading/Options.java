package dev.nginxlint.server.reading;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The options that a program understands, and how its way of reading them goes.
///
/// They are written down as the program's own help does, one option a line: its names, then a word
/// for its value, in brackets if the value may be missing and must then be attached.
///
/// ```
/// -b --bind ADDRESS
/// --reload
/// -C --chmod-socket [MODE]
/// ```
public final class Options {
  /// What differs between the libraries that read options.
  private enum Style {
    /// Python's argparse: `--bin` for `--bind`, `-b=x` is x.
    ARGPARSE,
    /// Names in full only: click, and most of node's libraries.
    EXACT,
    /// getopt_long and Ruby's optparse: `--bin` for `--bind`, `-b=x` is `=x`.
    GETOPT,
    /// Go, Java: one dash does for long names too.
    ONE_DASH
  }

  private enum Arity {
    NONE,
    ONE,
    ATTACHED
  }

  private record Option(String key, Arity arity) {}

  private final Style style;
  private final boolean stops;
  private final Lazy<Map<String, Option>> table;

  private Options(Style style, boolean stops, Lazy<Map<String, Option>> table) {
    this.style = style;
    this.stops = stops;
    this.table = table;
  }

  private Options(Style style, String table) {
    this(style, false, new Lazy<>(() -> read(table)));
  }

  /// Options as Python's argparse reads them.
  public static Options argparse(String table) {
    return new Options(Style.ARGPARSE, table);
  }

  /// Options whose names must be given in full.
  public static Options exact(String table) {
    return new Options(Style.EXACT, table);
  }

  /// Options as getopt_long and Ruby's optparse read them.
  public static Options getopt(String table) {
    return new Options(Style.GETOPT, table);
  }

  /// Options as Go's flag package reads them.
  public static Options oneDash(String table) {
    return new Options(Style.ONE_DASH, table);
  }

  /// The same, ending where the first word stands that is no option: what follows is another
  /// program's, or a subcommand's.
  public Options untilOperand() {
    return new Options(style, true, table);
  }

  private static Map<String, Option> read(String table) {
    Map<String, Option> options = new HashMap<>();
    for (String line : table.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      List<String> words = List.of(line.strip().split(" "));
      String last = words.getLast();
      List<String> names = last.startsWith("-") ? words : words.subList(0, words.size() - 1);
      Arity arity = last.startsWith("[") ? Arity.ATTACHED : Arity.ONE;
      Option option = new Option(key(names), last.startsWith("-") ? Arity.NONE : arity);
      for (String name : names) {
        options.put(name, option);
      }
    }
    return options;
  }

  private static String key(List<String> names) {
    for (String name : names) {
      if (name.startsWith("--")) {
        return name;
      }
    }
    return names.getFirst();
  }

  /// What a list of arguments says.
  public Given read(List<Text> arguments) {
    Map<String, Option> options = table.get();
    Reader reader = new Reader(options, arguments);
    while (reader.at < arguments.size()) {
      reader.next();
    }
    return new Given(options.keySet(), reader.uses, reader.operands, reader.hidden);
  }

  /// The names of all options.
  public Set<String> names() {
    return Set.copyOf(table.get().keySet());
  }

  /// The name that an option goes by; the first long one of those it has.
  public String key(String name) {
    return table.get().get(name).key();
  }

  private final class Reader {
    private final Map<String, Option> options;
    private final List<Text> arguments;
    private final List<Given.Use> uses = new ArrayList<>();
    private final List<Text> operands = new ArrayList<>();
    private Optional<String> hidden = Optional.empty();
    private int at;

    private Reader(Map<String, Option> options, List<Text> arguments) {
      this.options = options;
      this.arguments = arguments;
    }

    private void next() {
      Text word = arguments.get(at++);
      String value = word.value();
      if (value.equals("--")) {
        rest();
      } else if (value.startsWith("--")) {
        named(word, 2);
      } else if (value.length() > 1 && value.charAt(0) == '-' && !isNumber(value)) {
        dash(word);
      } else {
        if (!value.isEmpty() && value.charAt(0) == Hole.MARK) {
          hide("part of its command line is not known");
        }
        operands.add(word);
        if (stops) {
          rest();
        }
      }
    }

    private void hide(String why) {
      hidden = hidden.or(() -> Optional.of(why));
    }

    private void rest() {
      operands.addAll(arguments.subList(at, arguments.size()));
      at = arguments.size();
    }

    private boolean isNumber(String value) {
      return value.chars().skip(1).allMatch(Character::isDigit)
          && !options.containsKey(value.substring(0, 2));
    }

    private void named(Text word, int dashes) {
      int equals = word.value().indexOf('=', dashes);
      String name = equals < 0 ? word.value() : word.value().substring(0, equals);
      Optional<Option> option = find(name);
      if (option.isEmpty()) {
        hide(
            Hole.in(name)
                ? "part of its command line is not known"
                : "%s is not an option that we know".formatted(name));
        return;
      }
      Optional<Text> attached =
          equals < 0 ? Optional.empty() : Optional.of(word.slice(equals + 1, word.length()));
      add(option.get(), word, attached);
    }

    private Optional<Option> find(String name) {
      Option exact = options.get(name);
      if (exact != null || !name.startsWith("--") || style == Style.EXACT) {
        return Optional.ofNullable(exact);
      }
      List<Option> found =
          options.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(name))
              .map(Map.Entry::getValue)
              .distinct()
              .toList();
      boolean abbreviates = style == Style.ARGPARSE || style == Style.GETOPT;
      return abbreviates && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void add(Option option, Text word, Optional<Text> attached) {
      Optional<Text> value = attached;
      if (attached.isEmpty() && option.arity() == Arity.ONE && at < arguments.size()) {
        value = Optional.of(arguments.get(at++));
      }
      uses.add(new Given.Use(option.key(), word, value));
    }

    private void dash(Text word) {
      boolean whole = options.containsKey(word.value()) || style == Style.ONE_DASH;
      if (whole) {
        named(word, 1);
        return;
      }
      int letter = 1;
      while (letter < word.length()) {
        Option option = options.get("-" + word.charAt(letter));
        letter++;
        if (option == null) {
          hide("%s is not an option that we know".formatted(word));
          return;
        }
        if (option.arity() != Arity.NONE) {
          boolean sign =
              style == Style.ARGPARSE && letter < word.length() && word.charAt(letter) == '=';
          int from = sign ? letter + 1 : letter;
          boolean attached = from < word.length();
          add(
              option,
              word,
              attached ? Optional.of(word.slice(from, word.length())) : Optional.empty());
          return;
        }
        uses.add(new Given.Use(option.key(), word, Optional.empty()));
      }
    }
  }
}
