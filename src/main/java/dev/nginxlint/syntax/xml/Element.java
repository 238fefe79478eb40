package dev.nginxlint.syntax.xml;

import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of an XML file.
///
/// @param name its name and where that stands
/// @param parents the names of the elements around it, the outermost first
/// @param attributes what its start tag says
/// @param content the text up to the next tag
public record Element(Text name, List<String> parents, Map<String, Text> attributes, Text content) {
  public Element {
    parents = List.copyOf(parents);
    attributes = Map.copyOf(attributes);
  }

  /// An attribute.
  public Optional<Text> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }
}
