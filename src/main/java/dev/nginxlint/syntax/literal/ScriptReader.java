package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.Script;
import dev.nginxlint.syntax.grammar.SourceStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Reads the literals of a script; what has to be run is opaque up to the next comma or bracket.
final class ScriptReader {
  private static final int DEEPEST = 30;
  private static final Set<String> WORDS = Set.of("true", "false", "null", "undefined");

  private final SourceFile file;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  ScriptReader(SourceFile file) {
    this.file = file;
    Script lexer = Lexing.with(new Script(new SourceStream(file.text())));
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(token);
    }
  }

  ScriptFile read() {
    Map<String, Literal> constants = new HashMap<>();
    Optional<Literal> exported = is(0, Script.OPEN_CURLY) ? Optional.of(value()) : Optional.empty();
    while (at < tokens.size()) {
      if (name(0, "const") && is(1, Script.NAME) && is(2, Script.ASSIGN)) {
        String name = tokens.get(at + 1).getText();
        at += 3;
        constants.put(name, value());
      } else if (name(0, "export") && name(1, "default")) {
        at += 2;
        exported = Optional.of(unwrapped());
      } else if (name(0, "module")
          && is(1, Script.DOT)
          && name(2, "exports")
          && is(3, Script.ASSIGN)) {
        at += 4;
        exported = Optional.of(unwrapped());
      } else {
        skip();
      }
    }
    Span whole = file.span(0, 0);
    return new ScriptFile(exported.orElse(new Literal.Opaque(whole)), constants);
  }

  /// `defineConfig({ … })` gives back what it is given.
  private Literal unwrapped() {
    boolean defines = name(0, "defineConfig") && is(1, Script.OPEN_ROUND);
    at += defines ? 2 : 0;
    return value();
  }

  private Literal value() {
    int mark = at;
    depth++;
    Optional<Literal> read = depth > DEEPEST ? Optional.empty() : primary();
    if (read.isPresent() && take(Script.EITHER)) {
      Literal other = value();
      read =
          read.filter(Literal.Environment.class::isInstance)
              .map(first -> otherwise((Literal.Environment) first, other));
    }
    depth--;
    if (read.isPresent() && atBoundary()) {
      return read.get();
    }
    at = mark;
    while (!atBoundary()) {
      skip();
    }
    return new Literal.Opaque(since(mark));
  }

  private static Literal otherwise(Literal.Environment first, Literal other) {
    Span whole = first.at().through(other.at());
    return new Literal.Environment(first.name(), Optional.of(other), whole);
  }

  private Optional<Literal> primary() {
    int mark = at;
    if (take(Script.STRING)) {
      String raw = tokens.get(mark).getText();
      Span span = span(tokens.get(mark));
      boolean plain = raw.indexOf('\\') < 0 && !raw.contains("${");
      Span inner = file.span(span.start() + 1, span.end() - 1);
      return plain ? Optional.of(new Literal.Str(Text.of(inner))) : Optional.empty();
    }
    if (take(Script.NUMBER)) {
      return Optional.of(new Literal.Num(Text.of(since(mark))));
    }
    if (take(Script.OPEN_SQUARE)) {
      return items(mark);
    }
    if (take(Script.OPEN_CURLY)) {
      return table(mark);
    }
    return is(0, Script.NAME) ? named(mark) : Optional.empty();
  }

  private Optional<Literal> items(int mark) {
    List<Literal> items = new ArrayList<>();
    while (at < tokens.size() && !is(0, Script.CLOSE_SQUARE)) {
      items.add(value());
      if (!take(Script.COMMA) && !is(0, Script.CLOSE_SQUARE)) {
        return Optional.empty();
      }
    }
    return take(Script.CLOSE_SQUARE)
        ? Optional.of(new Literal.Items(items, since(mark)))
        : Optional.empty();
  }

  private Optional<Literal> table(int mark) {
    Map<String, Literal> entries = new HashMap<>();
    boolean whole = true;
    while (at < tokens.size() && !is(0, Script.CLOSE_CURLY)) {
      boolean key = is(0, Script.NAME) || is(0, Script.STRING) || is(0, Script.NUMBER);
      if (key && is(1, Script.COLON)) {
        String name = tokens.get(at).getText().replaceAll("^['\"]|['\"]$", "");
        at += 2;
        entries.put(name, value());
      } else {
        whole &= key;
        int start = at;
        while (!atBoundary()) {
          skip();
        }
        if (key) {
          entries.put(tokens.get(start).getText(), new Literal.Opaque(since(start)));
        }
      }
      if (!take(Script.COMMA) && !is(0, Script.CLOSE_CURLY)) {
        return Optional.empty();
      }
    }
    return take(Script.CLOSE_CURLY)
        ? Optional.of(new Literal.Table(entries, whole, since(mark)))
        : Optional.empty();
  }

  /// A word, a constant, or `process.env.NAME`.
  private Optional<Literal> named(int mark) {
    StringBuilder path = new StringBuilder(tokens.get(at++).getText());
    while (is(0, Script.DOT) && is(1, Script.NAME)) {
      path.append('.').append(tokens.get(at + 1).getText());
      at += 2;
    }
    String name = path.toString();
    if (WORDS.contains(name)) {
      return Optional.of(new Literal.Word(name, since(mark)));
    }
    if (name.startsWith("process.env.")) {
      String variable = name.substring("process.env.".length());
      return Optional.of(new Literal.Environment(variable, Optional.empty(), since(mark)));
    }
    return name.indexOf('.') < 0
        ? Optional.of(new Literal.Name(name, since(mark)))
        : Optional.empty();
  }

  private boolean is(int ahead, int type) {
    return at + ahead < tokens.size() && tokens.get(at + ahead).getType() == type;
  }

  private boolean name(int ahead, String text) {
    return is(ahead, Script.NAME) && tokens.get(at + ahead).getText().equals(text);
  }

  private boolean take(int type) {
    boolean there = is(0, type);
    at += there ? 1 : 0;
    return there;
  }

  private boolean atBoundary() {
    return at >= tokens.size()
        || is(0, Script.COMMA)
        || is(0, Script.SEMICOLON)
        || is(0, Script.CLOSE_ROUND)
        || is(0, Script.CLOSE_SQUARE)
        || is(0, Script.CLOSE_CURLY)
        || (depth == 0 && (name(0, "export") || name(0, "const") || name(0, "module")));
  }

  /// Passes over one token and everything within the brackets it opens.
  private void skip() {
    int open = 0;
    do {
      switch (tokens.get(at++).getType()) {
        case Script.OPEN_ROUND, Script.OPEN_SQUARE, Script.OPEN_CURLY -> open++;
        case Script.CLOSE_ROUND, Script.CLOSE_SQUARE, Script.CLOSE_CURLY -> open--;
        default -> {}
      }
    } while (open > 0 && at < tokens.size());
  }

  private Span span(Token token) {
    return file.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private Span since(int mark) {
    int first = Math.min(mark, tokens.size() - 1);
    int last = Math.max(first, at - 1);
    return span(tokens.get(first)).through(span(tokens.get(last)));
  }
}
