package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Interpolation;
import dev.nginxlint.syntax.grammar.Lexing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/// Replaces the variables of one value, defaults within defaults on a stack.
final class Interpolator {
  /// A `${NAME:-` whose `}` has not come yet.
  private static final class Open {
    private final int start;
    private final String head;
    private final Text.Builder right;
    private int braces;
    private boolean broken;

    Open(int start, String head, Span whole) {
      this.start = start;
      this.head = head;
      this.right = Text.at(whole);
    }
  }

  private final Text written;
  private final Variables variables;
  private final Text.Builder result;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Sourced<String>> unknown = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Interpolator(Text written, Variables variables) {
    this.written = written;
    this.variables = variables;
    this.result = Text.at(written.span());
  }

  Interpolated run() {
    Interpolation tokens = Lexing.with(new Interpolation(CharStreams.fromString(written.value())));
    int at = 0;
    for (Token token = tokens.nextToken();
        token.getType() != Token.EOF;
        token = tokens.nextToken()) {
      int end = at + token.getText().length();
      take(token, at, end);
      at = end;
    }
    if (!open.isEmpty()) {
      int start = open.getLast().start;
      open.clear();
      refuse(start, at, "\"${\" without its \"}\"");
    }
    return new Interpolated(result.build(), unknown, problems);
  }

  private void take(Token token, int at, int end) {
    String text = token.getText();
    switch (token.getType()) {
      case Interpolation.ESCAPED -> copy(at, at + 1);
      case Interpolation.NAMED -> replace(text.substring(1), at, end);
      case Interpolation.BRACED -> replace(text.substring(2, text.length() - 1), at, end);
      case Interpolation.OPEN, Interpolation.INVALID ->
          open.push(new Open(at, text, written.span()));
      case Interpolation.CLOSE -> close(at, end);
      case Interpolation.BRACE -> {
        if (!open.isEmpty()) {
          open.peek().braces++;
        }
        copy(at, end);
      }
      default -> {
        if (text.indexOf('\n') >= 0) {
          open.forEach(o -> o.broken = true);
        }
        copy(at, end);
      }
    }
  }

  private void copy(int at, int end) {
    target().append(written, at, end);
  }

  private Text.Builder target() {
    return open.isEmpty() ? result : open.peek().right;
  }

  private void replace(String name, int at, int end) {
    Optional<Text> value = variables.value(name);
    if (value.isPresent()) {
      put(value.get().value(), at, end);
    } else {
      unknown(name, at, end);
    }
  }

  private void unknown(String name, int at, int end) {
    unknown.add(new Sourced<>(name, written.span(at, end)));
    put(Hole.STRING, at, end);
  }

  private void put(String value, int at, int end) {
    Span span = written.span(at, end);
    target().derived(value, span.start(), span.end());
  }

  private void refuse(int at, int end, String why) {
    problems.add(new Problem(written.span(at, end), why));
    put(Hole.STRING, at, end);
  }

  private void close(int at, int end) {
    if (open.isEmpty() || open.peek().braces > 0) {
      open.stream().findFirst().ifPresent(o -> o.braces--);
      copy(at, end);
      return;
    }
    Open closed = open.pop();
    int name = 2;
    while (name < closed.head.length() && isNamePart(closed.head.charAt(name))) {
      name++;
    }
    if (name == 2) {
      refuse(
          closed.start,
          end,
          "\"${\" takes a name, and then :- - :? ? :+ or +; write \"$$\" for a plain \"$\"");
    } else if (closed.broken) {
      refuse(closed.start, end, "a line break within \"${ }\"");
    } else {
      operate(closed, closed.head.substring(2, name), closed.head.substring(name), end);
    }
  }

  private void operate(Open closed, String name, String operator, int end) {
    Optional<Text> value = variables.value(name);
    boolean set = value.isPresent() && !(operator.startsWith(":") && value.get().isEmpty());
    char kind = operator.charAt(operator.length() - 1);
    if (kind == '-' ? !set : kind == '+' && set) {
      Text right = closed.right.build();
      target().append(right, 0, right.length());
    } else if (kind == '?' && !set && value.isPresent()) {
      refuse(closed.start, end, "the variable " + name + " is empty, and may not be");
    } else if (value.isPresent()) {
      put(value.get().value(), closed.start, end);
    } else {
      unknown(name, closed.start, end);
    }
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
