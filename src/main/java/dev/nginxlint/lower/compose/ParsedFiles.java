package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.SourceSet.Reading;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Compose files as YAML, each parsed once however many projects it is part of.
final class ParsedFiles {
  private final SourceSet sources;
  private final Map<String, Optional<Parsed<YamlFile>>> parsed = new ConcurrentHashMap<>();

  ParsedFiles(SourceSet sources) {
    this.sources = sources;
  }

  SourceSet sources() {
    return sources;
  }

  /// The file at a path of the tree; empty if there is none.
  Optional<Parsed<YamlFile>> read(String path) {
    return parsed.computeIfAbsent(path, this::parse);
  }

  private Optional<Parsed<YamlFile>> parse(String path) {
    return switch (sources.read(path)) {
      case Reading.Read(SourceFile file) -> Optional.of(YamlParser.parseTemplate(file));
      case Reading.Absent _ -> Optional.empty();
      case Reading.Unreadable(SourceFile file, String why) -> Optional.of(empty(file, why));
    };
  }

  private static Parsed<YamlFile> empty(SourceFile file, String why) {
    YamlFile nothing = new YamlFile(file, List.of(), List.of(), Optional.empty());
    return new Parsed<>(nothing, List.of(new Problem(file.span(), why)));
  }

  /// What each document of the file says, the old format without `services` put into today's.
  static List<Mapping> models(YamlFile file) {
    List<Mapping> found = new ArrayList<>();
    for (Node document : file.documents()) {
      if (document instanceof Mapping root) {
        found.add(isOldFormat(root) ? wrapped(root) : root);
      }
    }
    return found;
  }

  /// Whether the file has what a compose file has.
  static boolean isCompose(YamlFile file) {
    return models(file).stream()
        .anyMatch(
            root ->
                root.get("include").isPresent()
                    || root.get("services").filter(Mapping.class::isInstance).isPresent());
  }

  /// Whether there are services of which some says what it runs or where it is reached.
  static boolean hasServices(YamlFile file) {
    return file.documents().stream()
        .anyMatch(
            root ->
                root instanceof Mapping model
                    && model.get("services").orElse(root) instanceof Mapping services
                    && model.get("services").isPresent()
                    && services.entries().stream().anyMatch(ParsedFiles::isService));
  }

  private static boolean isService(Entry entry) {
    return entry.value() instanceof Mapping service
        && (service.get("image").isPresent()
            || service.get("build").isPresent()
            || service.get("ports").isPresent()
            || service.get("extends").isPresent());
  }

  /// The format of 2014: services at the top level, and nothing else.
  private static boolean isOldFormat(Mapping root) {
    boolean mappings =
        root.entries().stream()
            .allMatch(e -> e.value() instanceof Mapping && !e.key().value().startsWith("x-"));
    boolean runs =
        root.entries().stream()
            .anyMatch(
                e ->
                    e.value() instanceof Mapping service
                        && (service.get("image").isPresent() || service.get("build").isPresent()));
    return mappings && runs && root.get("services").isEmpty();
  }

  private static Mapping wrapped(Mapping root) {
    Entry services = new Entry(new Sourced<>("services", root.at()), root);
    return root.with(List.of(services));
  }
}
