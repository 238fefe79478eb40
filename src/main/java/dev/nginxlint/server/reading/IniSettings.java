package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.ini.IniTree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of a file of sections.
public final class IniSettings {
  /// A value, and a comment behind it.
  private static final Pattern VALUE = Pattern.compile("(.*?)\\s+[;#].*");

  private final Optional<IniTree> tree;
  private final Optional<String> unseen;

  private IniSettings(Optional<IniTree> tree, Optional<String> unseen) {
    this.tree = tree;
    this.unseen = unseen;
  }

  /// The settings of the file that a program is told to read.
  ///
  /// @param none why nobody knows which file it reads if it is told none
  public static IniSettings of(Invocation call, Setting path, IniDialect dialect, String none) {
    return switch (path) {
      case Setting.Unknown(String why) -> unseen(why);
      case Setting.Absent() -> unseen(none);
      case Setting.Value(Text text) ->
          switch (call.file(text.value())) {
            case Surroundings.Lookup.Present(SourceFile file) -> of(IniParser.parse(file, dialect));
            case Surroundings.Lookup.Absent() -> unseen(text.value() + " is not there");
            case Surroundings.Lookup.Unseen(String why) -> unseen(why);
          };
    };
  }

  private static IniSettings of(Parsed<IniTree> parsed) {
    return parsed.problems().isEmpty()
        ? new IniSettings(Optional.of(parsed.tree()), Optional.empty())
        : unseen(parsed.tree().file().path() + " cannot be read");
  }

  private static IniSettings unseen(String why) {
    return new IniSettings(Optional.empty(), Optional.of(why));
  }

  /// The value of a key; of several the last counts, and one that is empty is none.
  public Setting get(String section, String key) {
    Optional<Text> value =
        tree.stream()
            .flatMap(file -> file.sections(section).stream())
            .flatMap(one -> one.all(key).stream())
            .flatMap(entry -> entry.value().stream())
            .reduce((_, later) -> later)
            .map(IniSettings::bare)
            .filter(text -> !text.isEmpty());
    if (value.filter(text -> text.value().matches("[\"'`].*")).isPresent()) {
      return new Setting.Unknown(key + " is written in quotes");
    }
    return value
        .<Setting>map(Setting.Value::new)
        .orElseGet(() -> unseen.<Setting>map(Setting.Unknown::new).orElseGet(Setting.Absent::new));
  }

  private static Text bare(Text value) {
    Matcher matcher = VALUE.matcher(value);
    return matcher.matches() ? value.slice(0, matcher.end(1)) : value;
  }
}
