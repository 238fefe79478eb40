package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The options of a program that has more of them than anybody lists: `--a.b=c`, `--a.b c` and
/// `--a.b` alone, which is true.
///
/// @param values what each is set to, by its name in small letters; of several uses the last counts
/// @param holes whether there may be others
record OpenOptions(Map<String, Text> values, boolean holes) {
  static OpenOptions of(List<Text> words) {
    Map<String, Text> values = new LinkedHashMap<>();
    boolean holes = false;
    for (int i = 0; i < words.size(); i++) {
      Text word = words.get(i);
      String value = word.value();
      int equals = value.indexOf('=');
      String name = equals < 0 ? value : value.substring(0, equals);
      if (Hole.in(name)) {
        holes = true;
      } else if (name.startsWith("-")) {
        Optional<Text> next =
            Optional.of(i + 1)
                .filter(at -> equals < 0 && at < words.size())
                .map(words::get)
                .filter(other -> !other.value().startsWith("-"));
        i += next.isPresent() ? 1 : 0;
        Text set =
            equals < 0
                ? next.orElseGet(() -> Text.derived("true", word.span()))
                : word.slice(equals + 1, word.length());
        values.put(name.replaceFirst("^--?", "").toLowerCase(Locale.ROOT), set);
      }
    }
    return new OpenOptions(values, holes);
  }

  /// What an option is set to.
  Setting get(String name) {
    Text value = values.get(name);
    if (value != null) {
      return new Setting.Value(value);
    }
    return holes
        ? new Setting.Unknown("part of its command line is not known")
        : new Setting.Absent();
  }
}
