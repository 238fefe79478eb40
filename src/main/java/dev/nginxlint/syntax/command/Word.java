package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// A word as it was written, its variables not yet replaced.
///
/// @param at its place, quotes included
public record Word(List<Part> parts, Span at) {
  public Word {
    parts = List.copyOf(parts);
  }

  /// A word that is nothing but the given text.
  public static Word of(Text text) {
    return new Word(List.of(new Part.Literal(text, false)), text.span());
  }

  /// The string that the word stands for; empty if a part of it is variable.
  public Optional<String> literal() {
    StringBuilder value = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(Text text, boolean _) -> value.append(text);
        case Part.Variable _, Part.Opaque _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(value.toString());
  }

  /// Whether it is exactly this word, no quotes about it: how a shell knows its reserved words.
  public boolean is(String bare) {
    return parts.size() == 1
        && parts.getFirst() instanceof Part.Literal(Text text, boolean quoted)
        && !quoted
        && text.value().equals(bare);
  }
}
