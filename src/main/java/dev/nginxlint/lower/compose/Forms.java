package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import dev.nginxlint.syntax.yaml.Node.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The short forms of compose put into the long ones, so that they can be merged.
final class Forms {
  private Forms() {}

  static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /// `[A=1, B]` as `{A: 1, B: null}`.
  static Mapping pairs(Node node) {
    return keyed(
        node,
        text -> {
          int equals = text.value().indexOf('=');
          return equals < 0
              ? new Entry(text.sourced(), nothing(text.span()))
              : new Entry(
                  new Sourced<>(text.value().substring(0, equals), text.span(0, equals)),
                  string(text.slice(equals + 1, text.length())));
        });
  }

  /// `[a, b]` as `{a: null, b: null}`.
  static Mapping keys(Node node) {
    return keyed(node, text -> new Entry(text.sourced(), nothing(text.span())));
  }

  /// `[a]` as `{a: {condition: service_started, required: true}}`.
  static Mapping dependencies(Node node) {
    return keyed(
        node,
        text -> {
          Span at = text.span();
          Entry condition = entry("condition", Text.derived("service_started", at));
          Entry required = entry("required", Text.derived("true", at));
          Mapping how = new Mapping(List.of(condition, required), Optional.empty(), at);
          return new Entry(text.sourced(), how);
        });
  }

  /// `.` as `{context: .}`.
  static Mapping build(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Kind.STRING
        ? new Mapping(List.of(entry("context", scalar.text())), Optional.empty(), node.at())
        : keyed(node, text -> entry("context", text));
  }

  /// A single value as the list of it; a mapping as its `key=value` lines.
  static Sequence list(Node node) {
    return switch (node) {
      case Sequence sequence -> sequence;
      case Scalar scalar ->
          new Sequence(
              scalar.kind() == Kind.NULL ? List.of() : List.of(scalar),
              Optional.empty(),
              node.at());
      case Mapping(List<Entry> entries, _, Span at) -> {
        List<Node> items = new ArrayList<>();
        entries.forEach(e -> items.addAll(lines(e)));
        yield new Sequence(items, Optional.empty(), at);
      }
    };
  }

  private static List<Node> lines(Entry entry) {
    List<Node> items = new ArrayList<>();
    for (Node value : list(entry.value()).items()) {
      if (value instanceof Scalar scalar) {
        Text text = scalar.canonical();
        Span key = entry.key().at();
        items.add(
            string(
                Text.at(key)
                    .derived(entry.key().value() + "=", key.start(), key.end())
                    .append(text, 0, text.length())
                    .build()));
      }
    }
    return items;
  }

  private static Mapping keyed(Node node, Function<Text, Entry> entry) {
    return switch (node) {
      case Mapping mapping -> mapping;
      case Sequence(List<Node> items, _, Span at) -> {
        Map<String, Entry> found = new LinkedHashMap<>();
        for (Node item : items) {
          if (item instanceof Scalar scalar) {
            Entry next = entry.apply(scalar.canonical());
            found.put(next.key().value(), next);
          }
        }
        yield new Mapping(List.copyOf(found.values()), Optional.empty(), at);
      }
      case Scalar scalar -> new Mapping(List.of(), Optional.empty(), scalar.at());
    };
  }

  private static Entry entry(String key, Text value) {
    return new Entry(new Sourced<>(key, value.span()), string(value));
  }

  private static Scalar string(Text text) {
    return new Scalar(text, Kind.STRING, Style.PLAIN, Optional.empty());
  }

  private static Scalar nothing(Span at) {
    return new Scalar(Text.derived("", at), Kind.NULL, Style.PLAIN, Optional.empty());
  }
}
