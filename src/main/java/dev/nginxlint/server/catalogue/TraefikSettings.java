package dev.nginxlint.server.catalogue;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Traefik's static configuration, its keys in full and in small letters.
///
/// @param open why it may set more than that
record TraefikSettings(Map<String, Text> values, Optional<String> open) {
  private static final String ENTRY = "entrypoints.";

  /// `[a.b]`, or `key = value`, the value with or without quotes.
  private static final Pattern TOML =
      Pattern.compile(
          "[ \\t]*(?:\\[+([^\\]]*)]+"
              + "|([\\w.\"-]+)[ \\t]*=[ \\t]*(?:\"([^\"]*)\"|'([^']*)'|([^#]*?)))"
              + "[ \\t]*(?:#.*)?");

  TraefikSettings {
    values = Map.copyOf(values);
  }

  static TraefikSettings of(OpenOptions line) {
    Optional<String> hidden =
        line.holes() ? Optional.of("part of its command line is not known") : Optional.empty();
    return new TraefikSettings(line.values(), hidden);
  }

  static TraefikSettings of(SourceFile file) {
    Map<String, Text> values = new LinkedHashMap<>();
    Optional<String> open = file.path().endsWith(".toml") ? toml(file, values) : yaml(file, values);
    return new TraefikSettings(values, open);
  }

  private static Optional<String> yaml(SourceFile file, Map<String, Text> values) {
    Parsed<YamlFile> parsed = YamlParser.parse(file);
    parsed.tree().documents().forEach(document -> flatten("", document, values));
    return parsed.problems().isEmpty()
        ? Optional.empty()
        : Optional.of("%s is no YAML".formatted(file.path()));
  }

  private static void flatten(String key, Node node, Map<String, Text> values) {
    switch (node) {
      case Node.Mapping mapping -> {
        values.put(key, Text.derived("true", mapping.at()));
        for (Node.Entry entry : mapping.entries()) {
          String name = entry.key().value().toLowerCase(Locale.ROOT);
          flatten(key.isEmpty() ? name : key + "." + name, entry.value(), values);
        }
      }
      case Node.Scalar scalar -> values.put(key, scalar.text());
      case Node.Sequence _ -> {}
    }
  }

  private static Optional<String> toml(SourceFile file, Map<String, Text> values) {
    Optional<String> open = Optional.empty();
    String table = "";
    for (int number = 1; number <= file.lineCount(); number++) {
      Matcher line = TOML.matcher(file.line(number));
      if (!line.matches()) {
        continue;
      }
      int start = file.lineStart(number);
      int group = line.start(3) >= 0 ? 3 : line.start(4) >= 0 ? 4 : 5;
      if (line.group(1) != null) {
        table = name(line.group(1));
        values.put(table, Text.derived("true", file.span(start, start + line.end(1))));
      } else {
        Text value = Text.of(file.span(start + line.start(group), start + line.end(group)));
        values.put((table.isEmpty() ? "" : table + ".") + name(line.group(2)), value);
        if (value.value().startsWith("{")) {
          open = Optional.of("a table within a line of %s is not read".formatted(file.path()));
        }
      }
    }
    return open;
  }

  private static String name(String key) {
    return key.replaceAll("[\" \\t]", "").toLowerCase(Locale.ROOT);
  }

  Optional<Text> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Whether something is switched on, be it by a setting of its own.
  boolean has(String key) {
    return values.entrySet().stream()
        .anyMatch(
            entry ->
                (entry.getKey().equals(key) || entry.getKey().startsWith(key + "."))
                    && !entry.getValue().value().equals("false"));
  }

  /// The names of the entry points.
  Set<String> entryPoints() {
    Set<String> names = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(ENTRY)) {
        names.add(List.of(key.substring(ENTRY.length()).split("\\.")).getFirst());
      }
    }
    return names;
  }
}
