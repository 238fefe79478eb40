package dev.nginxlint.server.catalogue;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.xml.Element;
import dev.nginxlint.syntax.xml.XmlParser;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings of a file of uwsgi's in any of its four formats, in order.
final class UwsgiFile {
  private UwsgiFile() {}

  /// A setting and its value, if it has one.
  record Pair(Text key, Optional<Text> value) {}

  /// The settings of a section; the formats are told apart by the end of the name, as uwsgi does.
  static List<Pair> of(SourceFile file, String section) {
    String path = file.path();
    if (path.endsWith(".xml")) {
      return xml(file, section);
    }
    if (path.matches(".*\\.(ya?ml|json|js)")) {
      return yaml(file, section);
    }
    return IniParser.parse(file, IniDialect.UWSGI).tree().sections(section).stream()
        .flatMap(part -> part.entries().stream())
        .map(entry -> new Pair(Text.of(entry.key().at()), entry.value()))
        .toList();
  }

  private static List<Pair> xml(SourceFile file, String section) {
    return XmlParser.parse(file).stream()
        .filter(element -> element.parents().contains(section))
        .map(UwsgiFile::pair)
        .toList();
  }

  private static Pair pair(Element element) {
    return new Pair(element.name(), Optional.of(element.content()).filter(t -> !t.isEmpty()));
  }

  /// A list stands for the same setting again and again.
  private static List<Pair> yaml(SourceFile file, String section) {
    List<Pair> pairs = new ArrayList<>();
    for (Node document : YamlParser.parse(file).tree().documents()) {
      if (document instanceof Node.Mapping root
          && root.get(section).orElse(document) instanceof Node.Mapping settings) {
        for (Node.Entry entry : settings.entries()) {
          add(key(entry.key()), entry.value(), pairs);
        }
      }
    }
    return pairs;
  }

  private static Text key(Sourced<String> key) {
    return Text.derived(key.value(), key.at());
  }

  private static void add(Text key, Node value, List<Pair> pairs) {
    switch (value) {
      case Node.Scalar scalar ->
          pairs.add(new Pair(key, Optional.of(scalar.text()).filter(text -> !text.isEmpty())));
      case Node.Sequence sequence -> sequence.items().forEach(item -> add(key, item, pairs));
      case Node.Mapping _ -> {}
    }
  }
}
