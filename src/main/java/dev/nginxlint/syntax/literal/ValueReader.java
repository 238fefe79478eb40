package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Reads one value; what is not a literal becomes one opaque piece up to the next comma or bracket.
final class ValueReader {
  private static final int DEEPEST = 20;
  private static final Set<String> WORDS = Set.of("True", "False", "None", "true", "false", "nil");
  private static final Set<String> CONVERSIONS =
      Set.of("int", "float", "str", "Integer", "Float", "String");
  private static final Set<String> LOOKUPS =
      Set.of("os.environ.get", "os.getenv", "environ.get", "getenv", "ENV.fetch");
  private static final Set<String> TABLES = Set.of("os.environ", "environ", "ENV");

  private final CodeTokens tokens;
  private int depth;

  ValueReader(CodeTokens tokens) {
    this.tokens = tokens;
  }

  Literal read() {
    int mark = tokens.mark();
    depth++;
    Optional<Literal> value = depth > DEEPEST ? Optional.empty() : sum().map(this::orElse);
    depth--;
    if (value.isPresent() && atBoundary() && tokens.mark() > mark) {
      return value.get();
    }
    tokens.reset(mark);
    while (!atBoundary()) {
      tokens.skip();
    }
    return new Literal.Opaque(tokens.since(mark));
  }

  private boolean atBoundary() {
    return tokens.atEnd()
        || tokens.isAt(Literals.COMMA)
        || tokens.isAt(Literals.EQUAL)
        || tokens.isAt(Literals.DIFFERENT)
        || tokens.isAt(Literals.CLOSE_ROUND)
        || tokens.isAt(Literals.CLOSE_SQUARE)
        || tokens.isAt(Literals.CLOSE_CURLY);
  }

  /// `ENV["X"] || 3000`, `os.getenv("X") or "d"`.
  private Literal orElse(Literal value) {
    boolean either = tokens.take(Literals.EITHER).isPresent() || tokens.takeName(Set.of("or"));
    if (!either) {
      return value;
    }
    Literal other = read();
    return value instanceof Literal.Environment(String name, Optional<Literal> none, Span at)
            && none.isEmpty()
        ? new Literal.Environment(name, Optional.of(other), at.through(other.at()))
        : new Literal.Opaque(value.at().through(other.at()));
  }

  /// `"0.0.0.0:" + port`
  private Optional<Literal> sum() {
    int mark = tokens.mark();
    List<Literal> pieces = new ArrayList<>();
    do {
      Optional<Literal> piece = primary();
      if (piece.isEmpty()) {
        return piece;
      }
      pieces.add(piece.get());
    } while (tokens.take(Literals.PLUS).isPresent());
    return pieces.size() == 1
        ? Optional.of(pieces.getFirst())
        : Optional.of(new Literal.Joined(pieces, tokens.since(mark)));
  }

  private Optional<Literal> primary() {
    int mark = tokens.mark();
    if (tokens.isAt(Literals.STRING) || tokens.isAt(Literals.FORMATTED)) {
      return Quoted.read(tokens);
    }
    if (tokens.take(Literals.MINUS).isPresent() || tokens.isAt(Literals.NUMBER)) {
      return tokens.take(Literals.NUMBER).map(_ -> new Literal.Num(Text.of(tokens.since(mark))));
    }
    if (tokens.isAt(Literals.OPEN_SQUARE)) {
      return items(Literals.OPEN_SQUARE, Literals.CLOSE_SQUARE)
          .map(items -> new Literal.Items(items, tokens.since(mark)));
    }
    if (tokens.isAt(Literals.OPEN_ROUND)) {
      return items(Literals.OPEN_ROUND, Literals.CLOSE_ROUND)
          .map(
              items ->
                  items.size() == 1
                      ? items.getFirst()
                      : new Literal.Items(items, tokens.since(mark)));
    }
    if (tokens.take(Literals.COLON).isPresent()) {
      return tokens
          .take(Literals.NAME)
          .map(name -> new Literal.Word(":" + name.getText(), tokens.since(mark)));
    }
    return named(mark);
  }

  private Optional<Literal> named(int mark) {
    Optional<Token> first = tokens.take(Literals.NAME);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder path = new StringBuilder(first.get().getText());
    while (tokens.take(Literals.DOT).isPresent()) {
      Optional<Token> next = tokens.take(Literals.NAME);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      path.append('.').append(next.get().getText());
    }
    String name = path.toString();
    if (WORDS.contains(name)) {
      return Optional.of(new Literal.Word(name, tokens.since(mark)));
    }
    if (CONVERSIONS.contains(name)) {
      return items(Literals.OPEN_ROUND, Literals.CLOSE_ROUND)
          .filter(items -> items.size() == 1)
          .map(List::getFirst);
    }
    Optional<Literal> route = Routes.named(name, () -> arguments(), () -> tokens.since(mark));
    if (route.isPresent()) {
      return route;
    }
    Optional<Literal> known =
        name.indexOf('.') < 0 && !isCall() && !TABLES.contains(name)
            ? Optional.of(new Literal.Name(name, tokens.since(mark)))
            : environment(name, mark);
    return known.filter(_ -> converted());
  }

  private Optional<List<Literal>> arguments() {
    return items(Literals.OPEN_ROUND, Literals.CLOSE_ROUND);
  }

  private boolean isCall() {
    return tokens.isAt(Literals.OPEN_ROUND)
        || tokens.isAt(Literals.OPEN_SQUARE)
        || tokens.isAt(Literals.OPEN_CURLY);
  }

  /// Whether nothing follows but `.to_i` or `.to_s`.
  private boolean converted() {
    return tokens.take(Literals.DOT).isEmpty() || tokens.takeName(Set.of("to_i", "to_s"));
  }

  private Optional<Literal> environment(String path, int mark) {
    Optional<List<Literal>> arguments = Optional.empty();
    if (LOOKUPS.contains(path)) {
      arguments = items(Literals.OPEN_ROUND, Literals.CLOSE_ROUND);
    } else if (TABLES.contains(path)) {
      arguments = items(Literals.OPEN_SQUARE, Literals.CLOSE_SQUARE);
    }
    boolean named =
        arguments.isPresent()
            && !arguments.get().isEmpty()
            && arguments.get().size() <= 2
            && arguments.get().getFirst() instanceof Literal.Str;
    if (!named) {
      return Optional.empty();
    }
    Optional<Literal> otherwise =
        arguments.get().size() == 2 ? Optional.of(arguments.get().get(1)) : block();
    String name = ((Literal.Str) arguments.get().getFirst()).text().value();
    return Optional.of(new Literal.Environment(name, otherwise, tokens.since(mark)));
  }

  /// Ruby's `ENV.fetch("X") { 3000 }`.
  private Optional<Literal> block() {
    return items(Literals.OPEN_CURLY, Literals.CLOSE_CURLY)
        .filter(items -> items.size() == 1)
        .map(List::getFirst);
  }

  private Optional<List<Literal>> items(int open, int close) {
    if (tokens.take(open).isEmpty()) {
      return Optional.empty();
    }
    List<Literal> items = new ArrayList<>();
    while (!tokens.atEnd() && !tokens.isAt(close)) {
      items.add(read());
      if (tokens.take(Literals.COMMA).isEmpty() && !tokens.isAt(close)) {
        return Optional.empty();
      }
    }
    return tokens.take(close).map(_ -> items);
  }
}
