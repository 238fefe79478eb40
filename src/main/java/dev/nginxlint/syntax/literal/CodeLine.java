package dev.nginxlint.syntax.literal;

import dev.nginxlint.syntax.grammar.Literals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// A line of code, as long as its brackets make it.
///
/// @param margin how far its first token stands from the left
record CodeLine(List<Token> tokens, int margin) {
  /// What a symbol of Ruby's stands behind.
  private static final Set<Integer> SYMBOL =
      Set.of(Literals.EQUAL, Literals.DIFFERENT, Literals.COMMA);

  Token first() {
    return tokens.getFirst();
  }

  /// Whether it opens a block of Python's.
  boolean isPython() {
    return tokens.getLast().getType() == Literals.COLON;
  }

  /// Whether it has a block of Python's within: `if x: y = 1`.
  boolean holdsPythonBlock() {
    return !isPython()
        && find(Set.of(":")).filter(i -> !SYMBOL.contains(tokens.get(i - 1).getType())).isPresent();
  }

  boolean endsWith(String name) {
    return tokens.getLast().getText().equals(name);
  }

  /// Its first word, if it is used as no name of a variable.
  Optional<String> keyword() {
    boolean name =
        first().getType() == Literals.NAME
            && (tokens.size() == 1
                || !Set.of(Literals.ASSIGN, Literals.DOT).contains(tokens.get(1).getType()));
    return name ? Optional.of(first().getText()) : Optional.empty();
  }

  /// Where one of some words stands outside of brackets, behind the first.
  Optional<Integer> find(Set<String> words) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += CodeTokens.opened(tokens.get(i));
      if (i > 0 && depth == 0 && words.contains(tokens.get(i).getText())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  CodeLine upTo(int end) {
    return new CodeLine(tokens.subList(0, end), margin);
  }
}
