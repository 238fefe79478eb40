package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.Literals;
import dev.nginxlint.syntax.grammar.SourceStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Strings, and the values that Python's `f"{}"` and Ruby's `"#{}"` put into them.
final class Quoted {
  private final List<Literal> pieces = new ArrayList<>();
  private final List<Span> plain = new ArrayList<>();

  private Quoted() {}

  /// Reads the strings that stand side by side, which are one; empty if one has an escape or holds
  /// what has to be run.
  static Optional<Literal> read(CodeTokens tokens) {
    int mark = tokens.mark();
    Quoted quoted = new Quoted();
    boolean known = true;
    while (tokens.isAt(Literals.STRING) || tokens.isAt(Literals.FORMATTED)) {
      boolean formatted = tokens.isAt(Literals.FORMATTED);
      Token token =
          tokens.take(Literals.STRING).or(() -> tokens.take(Literals.FORMATTED)).orElseThrow();
      known &= quoted.add(token.getText(), tokens.span(token), formatted ? "{" : "#{");
    }
    quoted.flush();
    if (!known) {
      return Optional.empty();
    }
    return quoted.pieces.size() == 1
        ? Optional.of(quoted.pieces.getFirst())
        : Optional.of(new Literal.Joined(quoted.pieces, tokens.since(mark)));
  }

  private boolean add(String token, Span at, String opening) {
    int quote = 0;
    while (Character.isLetter(token.charAt(quote))) {
      quote++;
    }
    String sign = token.substring(quote, quote + 1);
    int quotes = token.startsWith(sign.repeat(3), quote) ? 3 : 1;
    int start = at.start() + quote + quotes;
    int end = at.end() - quotes;
    if (token.indexOf('\\') >= 0 || token.contains("{{")) {
      return false;
    }
    if (opening.equals("#{") && sign.equals("'")) {
      plain.add(at.file().span(start, end));
      return true;
    }
    String text = at.file().text();
    for (int open = text.indexOf(opening, start);
        open >= 0 && open < end;
        open = text.indexOf(opening, start)) {
      int close = text.indexOf('}', open);
      if (close < 0 || close >= end) {
        return false;
      }
      plain.add(at.file().span(start, open));
      flush();
      CodeTokens inner = tokens(at.file(), open + opening.length(), close);
      if (inner.atEnd()) {
        return false;
      }
      pieces.add(new ValueReader(inner).read());
      if (!inner.atEnd()) {
        return false;
      }
      start = close + 1;
    }
    plain.add(at.file().span(start, end));
    return true;
  }

  /// What stands without a break between two values is one piece.
  private void flush() {
    boolean none = plain.stream().allMatch(span -> span.start() == span.end());
    if (!plain.isEmpty() && (!none || pieces.isEmpty())) {
      Text.Builder builder = Text.at(plain.getFirst().through(plain.getLast()));
      plain.forEach(at -> builder.plain(at.start(), at.end()));
      pieces.add(new Literal.Str(builder.build()));
    }
    plain.clear();
  }

  private static CodeTokens tokens(SourceFile file, int start, int end) {
    SourceStream stream = new SourceStream(file.text().substring(0, end));
    stream.seek(start);
    Literals lexer = Lexing.with(new Literals(stream));
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(token);
    }
    return new CodeTokens(file, tokens);
  }
}
