package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Fills in `$NAME`, `${NAME}`, `${NAME:-word}` and `${NAME:+word}` and takes quotes and escapes
/// away, as shell/lex.go of BuildKit does for ENV, ARG, FROM, EXPOSE, WORKDIR, USER, COPY, VOLUME
/// and STOPSIGNAL; CMD, ENTRYPOINT and RUN are left to the shell.
public final class Substitution {
  /// The value of a variable when the image is built.
  @FunctionalInterface
  public interface Variables {
    /// The value, a hole if nothing tells it; empty if the variable is not set.
    Optional<String> value(String name);
  }

  private static final String SPECIAL = "@*#?-$!";
  private static final int MAX_DEPTH = 100;

  /// The longest string that Linux hands to a program (MAX_ARG_STRLEN); a variable that grows
  /// beyond it by naming itself twice would fill the memory.
  private static final int LONGEST = 128 * 1024;

  private final Text text;
  private final char escape;
  private final Variables variables;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Text.Builder result;
  private char quote;
  private int at;

  private Substitution(Text text, char escape, Variables variables) {
    this.text = text;
    this.escape = escape;
    this.variables = variables;
    this.result = Text.at(text.span());
  }

  /// What a `${NAME:-` waits for: the text before it, and what its word is for.
  private record Frame(
      Text.Builder before, char quote, int start, Optional<String> value, String operator) {}

  /// The text with its variables filled in, each value having the place of its reference.
  ///
  /// What BuildKit refuses or we do not work out (`${NAME#pattern}`, an open brace, braces nested
  /// deeper than anybody means) is a hole.
  public static Text expand(Text text, char escape, Variables variables) {
    return new Substitution(text, escape, variables).read();
  }

  private Text read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}' && quote == 0 && !frames.isEmpty()) {
        close(frames.pop());
      } else if (c == '$' && quote != '\'') {
        dollar();
      } else if (c == escape && quote != '\'') {
        escaped();
      } else if (c == quote || (quote == 0 && (c == '"' || c == '\''))) {
        quote = quote == 0 ? c : 0;
        at++;
      } else {
        result.append(text, at, ++at);
      }
    }
    while (!frames.isEmpty()) {
      Frame open = frames.pop();
      result = open.before();
      derive(Hole.STRING, open.start(), text.length());
    }
    return result.build();
  }

  /// Outside of quotes an escape frees any character, within double quotes only three.
  private void escaped() {
    String next = text.value().substring(at + 1, Math.min(at + 2, text.length()));
    boolean frees =
        quote == 0 || next.equals("\"") || next.equals("$") || next.indexOf(escape) == 0;
    int from = frees ? at + 1 : at;
    at = Math.min(from + 1, text.length());
    result.append(text, from, at);
  }

  private void dollar() {
    int start = at;
    boolean braced = start + 1 < text.length() && text.charAt(start + 1) == '{';
    at += braced ? 2 : 1;
    String name = name();
    if (braced) {
      braced(start, name);
    } else if (name.isEmpty()) {
      result.append(text, start, at);
    } else {
      derive(variables.value(name).orElse(""), start, at);
    }
  }

  private void braced(int start, String name) {
    String rest = text.value().substring(at, Math.min(at + 2, text.length()));
    String operator = rest.startsWith(":") ? rest : rest.isEmpty() ? "" : rest.substring(0, 1);
    if (frames.size() == MAX_DEPTH) {
      at = text.length();
      return;
    }
    if (operator.equals("}") && !name.isEmpty()) {
      at++;
      derive(variables.value(name).orElse(""), start, at);
      return;
    }
    at = Math.min(at + Math.max(1, operator.length()), text.length());
    Optional<String> value = name.isEmpty() ? Optional.of(Hole.STRING) : variables.value(name);
    frames.push(new Frame(result, quote, start, value, operator));
    quote = 0;
    result = Text.at(text.span());
  }

  private void close(Frame frame) {
    Text word = result.build();
    result = frame.before();
    quote = frame.quote();
    at++;
    Optional<String> value = frame.value();
    boolean unknown = value.filter(Hole::is).isPresent();
    boolean set = value.isPresent() && !(frame.operator().startsWith(":") && value.get().isEmpty());
    boolean taken =
        switch (frame.operator()) {
          case "-", ":-" -> !set;
          case "+", ":+" -> set && !unknown;
          default -> false;
        };
    boolean empty = frame.operator().endsWith("+") && !set;
    boolean known = frame.operator().endsWith("-") || frame.operator().endsWith("?");
    if (taken) {
      result.append(word, 0, word.length());
    } else if (!empty) {
      derive(known && set ? value.get() : Hole.STRING, frame.start(), at);
    }
  }

  private void derive(String value, int from, int to) {
    Span span = text.span(from, to);
    boolean fits = result.length() + value.length() <= Math.max(LONGEST, text.length());
    result.derived(fits ? value : Hole.STRING, span.start(), span.end());
  }

  /// Letters, digits and `_`; a name that begins with a digit is digits only, and one of the
  /// shell's special characters is a name by itself.
  private String name() {
    int start = at;
    if (at < text.length() && SPECIAL.indexOf(text.charAt(at)) >= 0) {
      return text.value().substring(start, ++at);
    }
    boolean digits = at < text.length() && Character.isDigit(text.charAt(at));
    while (at < text.length() && isNamed(text.charAt(at), digits)) {
      at++;
    }
    return text.value().substring(start, at);
  }

  private static boolean isNamed(char c, boolean digits) {
    return digits ? Character.isDigit(c) : Character.isLetterOrDigit(c) || c == '_';
  }
}
