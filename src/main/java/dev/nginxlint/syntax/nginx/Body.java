package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Span;
import java.util.List;

/// What ends a directive.
public sealed interface Body {
  /// A semicolon.
  record None() implements Body {}

  /// Directives in braces; `at` includes the braces.
  record Block(List<Directive> directives, Span at) implements Body {
    public Block {
      directives = List.copyOf(directives);
    }
  }

  /// Program text in braces, which nginx hands to a module unread; `at` includes the braces.
  record Raw(Span at) implements Body {}
}
