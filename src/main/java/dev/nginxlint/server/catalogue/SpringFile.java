package dev.nginxlint.server.catalogue;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of settings of Spring Boot, its keys in full.
///
/// @param name its name without directory and ending
/// @param open why it may set more than that
record SpringFile(String name, Map<String, Text> values, Optional<String> open) {
  private static final Pattern LINE =
      Pattern.compile("[ \\t]*([A-Za-z][A-Za-z0-9_.-]*)[ \\t]*[=: \\t][ \\t]*(.*?)[ \\t]*");

  /// What moves settings to where we do not read them.
  private static final List<String> ELSEWHERE =
      List.of("spring.config.import", "spring.profiles.active", "spring.profiles.include");

  SpringFile {
    values = Map.copyOf(values);
  }

  static SpringFile read(SourceFile file, List<String> profiles) {
    Map<String, Text> values = new LinkedHashMap<>();
    Optional<String> open =
        file.path().endsWith(".properties") ? lines(file, values) : yaml(file, profiles, values);
    return new SpringFile(
        Paths.name(file.path()).replaceFirst("\\.[^.]*$", ""),
        values,
        open.or(
            () ->
                ELSEWHERE.stream()
                    .filter(key -> profiles.isEmpty() && values.containsKey(key))
                    .map("%s is not followed"::formatted)
                    .findFirst()));
  }

  /// `#---` divides a file of properties into documents, which a profile may switch.
  private static Optional<String> lines(SourceFile file, Map<String, Text> values) {
    for (int number = 1; number <= file.lineCount(); number++) {
      Matcher line = LINE.matcher(file.line(number));
      if (line.matches()) {
        int start = file.lineStart(number);
        Text value = Text.of(file.span(start + line.start(2), start + line.end(2)));
        values.put(line.group(1), value);
      }
    }
    return file.text().contains("#---")
        ? Optional.of("its documents are not told apart")
        : Optional.empty();
  }

  private static Optional<String> yaml(
      SourceFile file, List<String> profiles, Map<String, Text> values) {
    Parsed<YamlFile> parsed = YamlParser.parse(file);
    if (!parsed.problems().isEmpty()) {
      return Optional.of("%s is no YAML".formatted(file.path()));
    }
    for (Node document : parsed.tree().documents()) {
      Map<String, Text> own = new LinkedHashMap<>();
      flatten("", document, own);
      Optional<String> only =
          Optional.ofNullable(own.get("spring.config.activate.on-profile"))
              .or(() -> Optional.ofNullable(own.get("spring.profiles")))
              .map(Text::value);
      if (only.isEmpty() || profiles.contains(only.get())) {
        values.putAll(own);
      } else if (!only.get().matches("[A-Za-z0-9_-]+")) {
        return Optional.of("an expression of profiles is not read");
      }
    }
    return Optional.empty();
  }

  private static void flatten(String prefix, Node node, Map<String, Text> values) {
    switch (node) {
      case Node.Mapping(List<Node.Entry> entries, var _, var _) ->
          entries.forEach(
              entry ->
                  flatten(
                      prefix.isEmpty() ? entry.key().value() : prefix + "." + entry.key().value(),
                      entry.value(),
                      values));
      case Node.Scalar scalar -> values.put(prefix, scalar.text());
      case Node.Sequence _ -> {}
    }
  }

  Optional<Text> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Whether it has the settings of a profile.
  boolean isOf(String profile) {
    return name.equals("application-" + profile);
  }

  boolean mentions(String ending) {
    return values.keySet().stream().anyMatch(key -> key.endsWith(ending));
  }
}
