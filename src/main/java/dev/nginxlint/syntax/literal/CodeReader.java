package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.grammar.Lexing;
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

/// Cuts a file into statements, and reads those that are reached by conditions that can be read.
final class CodeReader {
  private final SourceFile file;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();

  CodeReader(SourceFile file) {
    this.file = file;
  }

  CodeFile read() {
    Literals lexer = Lexing.with(new Literals(new SourceStream(file.text())));
    List<CodeLine> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    int depth = 0;
    Token token;
    do {
      token = lexer.nextToken();
      int type = token.getType();
      boolean ends = type == Literals.LINE_END || type == Literals.SEMICOLON;
      if (type == Token.EOF || (ends && depth <= 0 && !goesOn(line))) {
        if (!line.isEmpty()) {
          lines.add(new CodeLine(line, margin(line.getFirst())));
        }
        line = new ArrayList<>();
        depth = 0;
      } else if (!ends) {
        line.add(token);
        depth += CodeTokens.opened(token);
      }
    } while (token.getType() != Token.EOF);
    CodeBlocks.of(file, lines).forEach(this::statement);
    return new CodeFile(statements, hidden);
  }

  /// Ruby goes on with the next line behind a comma.
  private static boolean goesOn(List<Token> line) {
    return !line.isEmpty() && line.getLast().getType() == Literals.COMMA;
  }

  private void statement(CodeBlocks.Placed placed) {
    List<Token> line = placed.line().tokens();
    Optional<Statement> read =
        placed.reached().flatMap(conditions -> read(new CodeTokens(file, line), conditions));
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

  private int margin(Token first) {
    int start = first.getStartIndex();
    int at = start;
    while (at > 0 && "\r\n\uFEFF".indexOf(file.text().charAt(at - 1)) < 0) {
      at--;
    }
    return start - at;
  }

  private static Optional<Statement> read(CodeTokens tokens, List<Condition> conditions) {
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
              new Statement(
                  called, Statement.Form.ASSIGNED, List.of(value), Map.of(), at, conditions))
          : Optional.empty();
    }
    return call(called, at, tokens, conditions);
  }

  /// `port 3000, "::1"`, `listen("/x", umask: 7)`, `preload_app!`.
  private static Optional<Statement> call(
      String name, Span at, CodeTokens tokens, List<Condition> conditions) {
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
        ? Optional.of(
            new Statement(name, Statement.Form.CALLED, arguments, options, at, conditions))
        : Optional.empty();
  }
}
