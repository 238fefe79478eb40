package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of one uwsgi: the command line, the files it names and variables, all of which add
/// up.
final class UwsgiSettings {
  private static final int DEEPEST = 10;
  private static final Pattern PLACEHOLDER =
      Pattern.compile("%\\(([^)]*)\\)|\\$\\(([^)]*)\\)|@\\(([^)]*)\\)|%([a-zA-Z])");

  /// Settings that name another file.
  private static final Set<String> FILES = Set.of("ini", "yaml", "yml", "xml", "json", "include");

  /// What `%n` and its kin stand for in a file that is called `app.ini`.
  private static final String FILE_PARTS = "onNdDpP";

  /// Logic that decides whether the lines after it count.
  private static final Pattern LOGIC =
      Pattern.compile("(if|for|end|print)(-?[a-z]+)*|on-ssl-.*|declare-option2?");

  private final Invocation call;
  private final List<Given.Use> uses = new ArrayList<>();
  private final Map<String, String> placeholders = new HashMap<>();
  private Optional<String> unseen = Optional.empty();

  UwsgiSettings(Invocation call) {
    this.call = call;
  }

  /// Adds a setting of the command line.
  void add(Given.Use use) {
    uses.add(use);
  }

  void unseen(String why) {
    unseen = unseen.or(() -> Optional.of(why));
  }

  /// Why there may be settings that are not read.
  Optional<String> unseen() {
    return unseen;
  }

  /// Adds the settings of a file.
  void file(Text path) {
    file(path, 0);
  }

  private void file(Text path, int depth) {
    String name = path.value().replaceFirst(":[A-Za-z0-9_-]+$", "");
    String title =
        name.length() < path.length() ? path.value().substring(name.length() + 1) : "uwsgi";
    if (depth > DEEPEST) {
      unseen("%s includes itself".formatted(name));
      return;
    }
    switch (call.file(name)) {
      case Surroundings.Lookup.Present(SourceFile file) ->
          UwsgiFile.of(file, title).forEach(pair -> entry(pair, name, depth));
      case Surroundings.Lookup.Absent() -> unseen("%s is not there".formatted(name));
      case Surroundings.Lookup.Unseen(String why) -> unseen(why);
    }
  }

  private void entry(UwsgiFile.Pair entry, String file, int depth) {
    String key = entry.key().value();
    Optional<Text> value = entry.value().map(text -> resolve(text, file));
    if (LOGIC.matcher(key).matches()) {
      unseen("conditions in %s are not followed".formatted(file));
    } else if (FILES.contains(key)) {
      value.ifPresent(path -> file(path, depth + 1));
    } else if (key.startsWith("set-ph") || key.equals("set") || key.equals("set-placeholder")) {
      value
          .map(text -> text.value().split("=", 2))
          .filter(pair -> pair.length == 2)
          .ifPresent(pair -> placeholders.put(pair[0].strip(), pair[1].strip()));
    } else {
      value.ifPresent(text -> placeholders.put(key, text.value()));
      uses.add(new Given.Use("--" + key, entry.key(), value));
    }
  }

  /// `%(key)` is an earlier setting, `$(NAME)` a variable, `%n` a part of the file's name.
  private Text resolve(Text text, String file) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    Text.Builder out = Text.at(text.span());
    int from = 0;
    while (matcher.find()) {
      out.append(text, from, matcher.start());
      Span at = text.span(matcher.start(), matcher.end());
      out.derived(value(matcher, file).orElse(Hole.STRING), at.start(), at.end());
      from = matcher.end();
    }
    return from == 0 ? text : out.append(text, from, text.length()).build();
  }

  private Optional<String> value(Matcher matcher, String file) {
    if (matcher.group(1) != null) {
      return Optional.ofNullable(placeholders.get(matcher.group(1)));
    }
    if (matcher.group(2) != null) {
      return call.environment(matcher.group(2)).value().map(Text::value);
    }
    if (matcher.group(4) == null || FILE_PARTS.indexOf(matcher.group(4)) < 0) {
      return Optional.empty();
    }
    String name = Paths.name(file);
    Optional<String> path = call.path(file);
    return switch (matcher.group(4)) {
      case "n" -> Optional.of(name.replaceFirst("\\.[^.]*$", ""));
      case "N" -> path.map(full -> full.replaceFirst("\\.[^./]*$", ""));
      case "d" -> path.map(full -> Paths.parent(full) + "/");
      case "D" -> path.map(full -> Paths.name(Paths.parent(full)));
      case "p" -> path;
      default -> Optional.of(file);
    };
  }

  /// The uses of a setting under any of its names, in order.
  List<Given.Use> all(String... names) {
    Set<String> wanted = Set.of(names);
    return uses.stream().filter(use -> wanted.contains(use.key())).toList();
  }

  /// Whether a setting is used that is called so.
  boolean holds(Pattern name) {
    return uses.stream().anyMatch(use -> name.matcher(use.key()).matches());
  }

  /// The last value of a setting under any of its names.
  Setting last(String... names) {
    return all(names).stream()
        .reduce((_, later) -> later)
        .flatMap(Given.Use::value)
        .<Setting>map(Setting.Value::new)
        .orElse(new Setting.Absent());
  }
}
