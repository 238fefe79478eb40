package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;

/// What a YAML or JSON file says.
///
/// @param documents the root of each document; none for a file without content
/// @param repeated keys that stand twice in one mapping; the later one counts
/// @param template what had to be hidden before the file could be read as YAML
public record YamlFile(
    SourceFile file, List<Node> documents, List<Repeated> repeated, Optional<Template> template) {
  public YamlFile {
    documents = List.copyOf(documents);
    repeated = List.copyOf(repeated);
  }

  /// A key of a mapping that had it already.
  public record Repeated(Sourced<String> first, Sourced<String> again) {}

  /// The parts of a template that are no YAML.
  ///
  /// @param placeholders parts of values, each of which reads as one hole
  /// @param control lines of loops, conditions and comments, which read as blank
  public record Template(List<Span> placeholders, List<Span> control) {
    public Template {
      placeholders = List.copyOf(placeholders);
      control = List.copyOf(control);
    }
  }
}
