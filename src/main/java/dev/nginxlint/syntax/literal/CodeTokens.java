package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.grammar.Literals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// The tokens of one statement, read from left to right.
final class CodeTokens {
  private final SourceFile file;
  private final List<Token> tokens;
  private int at;

  CodeTokens(SourceFile file, List<Token> tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  /// How many brackets a token opens, less those that it closes.
  static int opened(Token token) {
    return switch (token.getType()) {
      case Literals.OPEN_ROUND, Literals.OPEN_SQUARE, Literals.OPEN_CURLY -> 1;
      case Literals.CLOSE_ROUND, Literals.CLOSE_SQUARE, Literals.CLOSE_CURLY -> -1;
      default -> 0;
    };
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  boolean isAt(int type) {
    return !atEnd() && tokens.get(at).getType() == type;
  }

  /// The next token, if it is of a type.
  Optional<Token> take(int type) {
    return isAt(type) ? Optional.of(tokens.get(at++)) : Optional.empty();
  }

  /// The next token, if it is this name.
  boolean takeName(Set<String> names) {
    boolean is = isAt(Literals.NAME) && names.contains(tokens.get(at).getText());
    at += is ? 1 : 0;
    return is;
  }

  /// `umask:`, `umask =` or `:umask =>` before a value.
  Optional<String> key() {
    int name = isAt(Literals.COLON) ? at + 1 : at;
    int sign = name + 1;
    boolean isKey =
        sign < tokens.size()
            && tokens.get(name).getType() == Literals.NAME
            && isKeySign(tokens.get(sign).getType(), name > at);
    if (!isKey) {
      return Optional.empty();
    }
    at = sign + 1;
    return Optional.of(tokens.get(name).getText());
  }

  private static boolean isKeySign(int type, boolean symbol) {
    return symbol ? type == Literals.ARROW : type == Literals.COLON || type == Literals.ASSIGN;
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  /// Passes over one token and everything within the brackets it opens.
  void skip() {
    int depth = 0;
    do {
      depth += opened(tokens.get(at++));
    } while (depth > 0 && !atEnd());
  }

  Span span(Token token) {
    return file.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /// The place of the tokens from `mark` to the current one, which is not part of it.
  Span since(int mark) {
    int first = Math.min(mark, tokens.size() - 1);
    int last = Math.max(first, at - 1);
    return span(tokens.get(first)).through(span(tokens.get(last)));
  }
}
