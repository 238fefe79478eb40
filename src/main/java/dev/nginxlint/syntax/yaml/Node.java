package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// A value of a YAML file; where an alias stood is the value it names, at the place of that value.
public sealed interface Node {
  /// Where it was written, from its first character to its last.
  Span at();

  /// The tag that was written before it (`!reset`, `tag:yaml.org,2002:str` for `!!str`).
  Optional<String> tag();

  /// Keys and values in the order of the file; no key stands twice, and `<<` has been followed.
  record Mapping(List<Entry> entries, Optional<String> tag, Span at) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The value of a key.
    public Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    /// A key with its value.
    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().value().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /// The same mapping with other entries.
    public Mapping with(List<Entry> others) {
      return new Mapping(others, tag, at);
    }
  }

  /// One key of a mapping and what it is set to.
  record Entry(Sourced<String> key, Node value) {
    /// The same key with another value.
    public Entry with(Node other) {
      return new Entry(key, other);
    }
  }

  /// Values in the order of the file.
  record Sequence(List<Node> items, Optional<String> tag, Span at) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    /// The same sequence with other values.
    public Sequence with(List<Node> others) {
      return new Sequence(others, tag, at);
    }
  }

  /// A single value: its text with quotes, escapes and indentation taken away, the place of the
  /// whole including its quotes.
  record Scalar(Text text, Kind kind, Style style, Optional<String> tag) implements Node {
    @Override
    public Span at() {
      return text.span();
    }

    /// The text as a program prints it that has read the value by its kind: `012` is `10`.
    public Text canonical() {
      return switch (kind) {
        case INTEGER, FLOAT -> {
          String printed = CoreSchema.canonical(text.value());
          yield printed.equals(text.value()) ? text : Text.derived(printed, text.span());
        }
        case NULL, BOOLEAN, STRING -> text;
      };
    }

    /// The same place and style with another text, which is a string.
    public Scalar with(Text other) {
      return new Scalar(other, Kind.STRING, style, tag);
    }
  }

  /// What a scalar is to a program that reads it: decided by its spelling if it stands plain.
  enum Kind {
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT,
    STRING
  }

  /// How a scalar was written.
  enum Style {
    PLAIN,
    QUOTED,
    /// After `|` or `>`.
    BLOCK
  }
}
