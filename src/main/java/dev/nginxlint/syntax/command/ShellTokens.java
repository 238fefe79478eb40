package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.Shell;
import dev.nginxlint.syntax.grammar.SourceStream;
import org.antlr.v4.runtime.Token;

/// The tokens of a shell text, one after the other, with the power to leap over lines.
final class ShellTokens {
  private final Text text;
  private final SourceStream stream;
  private final Shell lexer;
  private Token ahead;

  ShellTokens(Text text) {
    this.text = text;
    stream = new SourceStream(text.value());
    lexer = Lexing.with(new Shell(stream));
    int start = text.length() > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
    if (text.length() > start && text.charAt(start) == '#') {
      start = lineEnd(start);
    }
    stream.seek(start);
  }

  Token next() {
    Token token = peek();
    ahead = null;
    return token;
  }

  Token peek() {
    if (ahead == null) {
      ahead = lexer.nextToken();
    }
    return ahead;
  }

  /// Goes on with the token at `offset`; whatever was open is forgotten.
  void leap(int offset) {
    ahead = null;
    lexer._modeStack.clear();
    lexer.mode(Shell.DEFAULT_MODE);
    lexer._hitEOF = offset >= text.length();
    stream.seek(offset);
  }

  /// Reads on to the token that ends what `opening` begins.
  Token skip(Token opening) {
    int depth = opened(opening);
    Token token = opening;
    while (depth > 0 && token.getType() != Token.EOF) {
      token = next();
      depth += opened(token);
    }
    return token;
  }

  /// The end of `(a b c)`: an array, a pattern, arithmetic.
  int skipParentheses(Token opening) {
    Token last = skip(opening);
    int depth = opening.getType() == Shell.OPEN ? 1 : 0;
    while (depth > 0 && last.getType() != Token.EOF) {
      last = skip(next());
      depth +=
          switch (last.getType()) {
            case Shell.OPEN -> 1;
            case Shell.CLOSE -> -1;
            default -> 0;
          };
    }
    return end(last);
  }

  /// The part of the text from `from` to `to`.
  Text slice(int from, int to) {
    return text.slice(from, to);
  }

  Span span(int from, int to) {
    return text.span(from, to);
  }

  Span span(Token token) {
    return text.span(start(token), end(token));
  }

  int length() {
    return text.length();
  }

  /// Where the line of an offset ends, before its line break.
  int lineEnd(int offset) {
    int end = text.value().indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  static int start(Token token) {
    return token.getStartIndex();
  }

  static int end(Token token) {
    return token.getType() == Token.EOF ? token.getStartIndex() : token.getStopIndex() + 1;
  }

  private static int opened(Token token) {
    return switch (token.getType()) {
      case Shell.DOUBLE_QUOTE, Shell.PARAMETER, Shell.COMMAND, Shell.INNER_OPEN -> 1;
      case Shell.ARITHMETIC -> 2;
      case Shell.END_QUOTE, Shell.END_PARAMETER, Shell.INNER_END -> -1;
      default -> 0;
    };
  }
}
