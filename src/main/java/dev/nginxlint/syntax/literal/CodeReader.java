package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.grammar.Literals;
import dev.nginxlint.syntax.grammar.SourceStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Cuts a file into statements, and reads those that begin at the left margin.
final class CodeReader {
  private final SourceFile file;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();

  CodeReader(SourceFile file) {
    this.file = file;
  }

  CodeFile read() {
    Literals lexer = new Literals(new SourceStream(file.text()));
    lexer.removeErrorListeners();
    List<Token> line = new ArrayList<>();
    int depth = 0;
    Token token;
    do {
      token = lexer.nextToken();
      int type = token.getType();
      boolean ends = type == Literals.LINE_END || type == Literals.SEMICOLON;
      if (type == Token.EOF || (ends && depth <= 0 && !goesOn(line))) {
        statement(line);
        line = new ArrayList<>();
        depth = 0;
      } else if (!ends) {
        line.add(token);
        depth += opened(token);
      }
    } while (token.getType() != Token.EOF);
    return new CodeFile(statements, hidden);
  }

  private static int opened(Token token) {
    return switch (token.getType()) {
      case Literals.OPEN_ROUND, Literals.OPEN_SQUARE, Literals.OPEN_CURLY -> 1;
      case Literals.CLOSE_ROUND, Literals.CLOSE_SQUARE, Literals.CLOSE_CURLY -> -1;
      default -> 0;
    };
  }

  /// Ruby goes on with the next line behind a comma.
  private static boolean goesOn(List<Token> line) {
    return !line.isEmpty() && line.getLast().getType() == Literals.COMMA;
  }

  private void statement(List<Token> line) {
    if (line.isEmpty()) {
      return;
    }
    Optional<Statement> read =
        atMargin(line.getFirst()) ? read(new CodeTokens(file, line)) : Optional.empty();
    read.ifPresent(statements::add);
    if (read.isEmpty()) {
      hide(line);
    } else if (hasOpaque(read.get())) {
      hide(line.subList(1, line.size()));
    }
  }

  private static boolean hasOpaque(Statement statement) {
    return statement.arguments().stream().anyMatch(Literal.Opaque.class::isInstance)
        || statement.options().values().stream().anyMatch(Literal.Opaque.class::isInstance);
  }

  /// Names count wherever they stand, and strings too: `settings["bind"] = ...`.
  private void hide(List<Token> line) {
    for (Token token : line) {
      String text = token.getText();
      if (token.getType() == Literals.NAME) {
        hidden.add(text);
      } else if (token.getType() == Literals.STRING) {
        hidden.add(text.substring(1, text.length() - 1));
      }
    }
  }

  private boolean atMargin(Token first) {
    int start = first.getStartIndex();
    return start == 0 || "\r\n\uFEFF".indexOf(file.text().charAt(start - 1)) >= 0;
  }

  private static Optional<Statement> read(CodeTokens tokens) {
    Optional<Token> name = tokens.take(Literals.NAME);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String called = name.get().getText();
    Span at = tokens.span(name.get());
    if (tokens.take(Literals.ASSIGN).isPresent()) {
      Literal value = new ValueReader(tokens).read();
      return tokens.atEnd()
          ? Optional.of(
              new Statement(called, Statement.Form.ASSIGNED, List.of(value), Map.of(), at))
          : Optional.empty();
    }
    return call(called, at, tokens);
  }

  /// `port 3000, "::1"`, `listen("/x", umask: 7)`, `preload_app!`.
  private static Optional<Statement> call(String name, Span at, CodeTokens tokens) {
    boolean round = tokens.take(Literals.OPEN_ROUND).isPresent();
    List<Literal> arguments = new ArrayList<>();
    Map<String, Literal> options = new HashMap<>();
    while (!tokens.atEnd() && !tokens.isAt(Literals.CLOSE_ROUND)) {
      Optional<String> key = tokens.key();
      Literal value = new ValueReader(tokens).read();
      key.ifPresentOrElse(option -> options.put(option, value), () -> arguments.add(value));
      if (tokens.take(Literals.COMMA).isEmpty()) {
        break;
      }
    }
    boolean closed = !round || tokens.take(Literals.CLOSE_ROUND).isPresent();
    return closed && tokens.atEnd()
        ? Optional.of(new Statement(name, Statement.Form.CALLED, arguments, options, at))
        : Optional.empty();
  }
}
