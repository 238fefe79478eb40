package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Span;
import java.util.List;

/// One directive, known to nginx or not.
///
/// @param at from its name to its `;` or `}`, or to its last word where those are missing
public record Directive(Word name, List<Word> arguments, Body body, Span at) {
  public Directive {
    arguments = List.copyOf(arguments);
  }

  /// The directives in its block; none if it has no block.
  public List<Directive> block() {
    return switch (body) {
      case Body.Block(List<Directive> directives, Span _) -> directives;
      case Body.None _, Body.Raw _ -> List.of();
    };
  }
}
