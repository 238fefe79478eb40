package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names with values, in the two forms that compose takes wherever there are any.
final class KeyValues {
  private KeyValues() {}

  static List<Variable> of(Node node, Fields fields) {
    return switch (node) {
      case Mapping(List<Entry> entries, _, _) -> entries.stream().map(e -> of(e, fields)).toList();
      case Sequence(List<Node> items, _, _) -> {
        List<Variable> found = new ArrayList<>();
        for (Node item : items) {
          fields.scalar(item).ifPresent(text -> add(found, text, fields));
        }
        yield found;
      }
      case Scalar scalar -> {
        fields.notes().single(scalar.text(), "compose takes a mapping or a list here");
        yield List.of();
      }
    };
  }

  private static void add(List<Variable> found, Text text, Fields fields) {
    if (Hole.is(text)) {
      fields.notes().unclear(text.span(), "a variable may stand for a name and its value");
    } else {
      found.add(split(text));
    }
  }

  private static Variable of(Entry entry, Fields fields) {
    boolean empty = Fields.isNull(entry.value());
    return new Variable(entry.key(), empty ? Optional.empty() : fields.scalar(entry.value()));
  }

  /// `NAME=value`, or a name alone.
  static Variable split(Text text) {
    int equals = text.value().indexOf('=');
    if (equals < 0) {
      return new Variable(text.sourced(), Optional.empty());
    }
    Sourced<String> name = new Sourced<>(text.value().substring(0, equals), text.span(0, equals));
    return new Variable(name, Optional.of(text.slice(equals + 1, text.length())));
  }
}
