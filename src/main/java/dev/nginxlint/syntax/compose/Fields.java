package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A mapping of a compose file, read key by key; what has the wrong form goes into the notes.
record Fields(Mapping mapping, Notes notes) {
  /// A key that is there and not null.
  Optional<Entry> entry(String key) {
    return mapping.entry(key).filter(e -> !isNull(e.value()));
  }

  static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /// A string; numbers and booleans have to stand in quotes.
  Optional<Text> text(String key) {
    return entry(key).flatMap(e -> string(e.value()));
  }

  private Optional<Text> string(Node node) {
    if (node instanceof Scalar scalar) {
      if (scalar.kind() != Kind.STRING) {
        notes.refuse(scalar.at(), "compose takes a string here; put the value in quotes");
      }
      return Optional.of(scalar.canonical());
    }
    notes.refuse(node.at(), "compose takes a string here");
    return Optional.empty();
  }

  /// A string or a number.
  Optional<Text> scalar(String key) {
    return entry(key).flatMap(e -> scalar(e.value()));
  }

  Optional<Text> scalar(Node node) {
    if (node instanceof Scalar scalar) {
      return Optional.of(scalar.canonical());
    }
    notes.refuse(node.at(), "compose takes a single value here");
    return Optional.empty();
  }

  /// The values of a list, or the one that stands instead of it.
  List<Text> texts(String key) {
    List<Text> found = new ArrayList<>();
    for (Node item : items(key)) {
      scalar(item).ifPresent(found::add);
    }
    return found;
  }

  /// The nodes of a list, or the one that stands instead of it.
  List<Node> items(String key) {
    return entry(key)
        .map(e -> e.value() instanceof Sequence(List<Node> items, _, _) ? items : one(e.value()))
        .orElse(List.of());
  }

  private List<Node> one(Node node) {
    if (node instanceof Scalar scalar && Hole.is(scalar.text())) {
      notes.unclear(node.at(), "a variable may stand for a whole list");
    }
    return List.of(node);
  }

  /// The nodes of a list that may not be anything else.
  List<Node> list(String key) {
    List<Node> items = items(key);
    Optional<Entry> entry = entry(key);
    if (entry.isPresent() && !(entry.get().value() instanceof Sequence)) {
      if (!(entry.get().value() instanceof Scalar scalar && Hole.is(scalar.text()))) {
        notes.refuse(entry.get().key().at(), "\"" + key + "\" takes a list");
      }
      return List.of();
    }
    return items;
  }

  /// A mapping; nothing if another thing stands there.
  Optional<Fields> fields(String key) {
    return entry(key).flatMap(e -> fields(e.key().at(), key, e.value()));
  }

  private Optional<Fields> fields(Span at, String key, Node node) {
    if (node instanceof Mapping inner) {
      return Optional.of(new Fields(inner, notes));
    }
    if (node instanceof Scalar scalar) {
      notes.single(scalar.text(), "\"" + key + "\" takes a mapping");
    } else {
      notes.refuse(at, "\"" + key + "\" takes a mapping");
    }
    return Optional.empty();
  }

  /// Names and values from a mapping or from a list of `NAME=value`; the later of one name counts.
  List<Variable> variables(String key) {
    Map<String, Variable> found = new LinkedHashMap<>();
    entry(key).ifPresent(e -> KeyValues.of(e.value(), this).forEach(v -> put(found, v)));
    return List.copyOf(found.values());
  }

  private static void put(Map<String, Variable> found, Variable variable) {
    found.put(variable.name().value(), variable);
  }

  /// A boolean in any spelling that compose takes, which is more than YAML's.
  Optional<Sourced<Boolean>> flag(String key) {
    return scalar(key).flatMap(this::flag);
  }

  private Optional<Sourced<Boolean>> flag(Text text) {
    return switch (text.value().toLowerCase(Locale.ROOT)) {
      case "true", "y", "yes", "on" -> Optional.of(new Sourced<>(true, text.span()));
      case "false", "n", "no", "off" -> Optional.of(new Sourced<>(false, text.span()));
      default -> {
        notes.mismatch(text, "compose takes true or false here");
        yield Optional.empty();
      }
    };
  }

  /// A whole number.
  Optional<Sourced<Integer>> number(String key) {
    Optional<Text> text = scalar(key);
    try {
      return text.map(t -> new Sourced<>(Integer.parseInt(t.value()), t.span()));
    } catch (NumberFormatException _) {
      notes.mismatch(text.get(), "compose takes a whole number here");
      return Optional.empty();
    }
  }

  /// A duration with units.
  Optional<Sourced<Duration>> duration(String key) {
    Optional<Text> text = text(key);
    Optional<Duration> duration = text.flatMap(t -> Durations.parse(t.value()));
    if (text.isPresent() && duration.isEmpty()) {
      notes.mismatch(text.get(), "a duration with its unit belongs here: 90s, 1m30s");
    }
    return duration.map(d -> new Sourced<>(d, text.get().span()));
  }

  /// A command in one of its forms.
  Arguments arguments(String key) {
    Optional<Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return new Arguments.Inherited();
    }
    Span at = entry.get().value().at();
    return switch (entry.get().value()) {
      case Scalar scalar ->
          scalar.text().isEmpty()
              ? new Arguments.Cleared(at)
              : new Arguments.Line(scalar.canonical());
      case Sequence _ -> {
        List<Text> words = texts(key);
        yield words.isEmpty() ? new Arguments.Cleared(at) : new Arguments.Words(words, at);
      }
      case Mapping _ -> {
        notes.refuse(entry.get().key().at(), "\"" + key + "\" takes a string or a list");
        yield new Arguments.Inherited();
      }
    };
  }
}
