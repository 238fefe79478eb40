package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.EnvFile.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads env files character by character; one fault ends the file, as it ends compose.
final class EnvFileParser {
  private final SourceFile file;
  private final String source;
  private final Variables variables;
  private final Map<String, Text> values = new HashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  EnvFileParser(SourceFile file, Variables outer, Variables earlier) {
    this.file = file;
    this.source = file.text();
    Variables own = name -> Optional.ofNullable(values.get(name));
    this.variables = outer.orElse(own).orElse(earlier);
    this.at = source.startsWith("\uFEFF") ? 1 : 0;
  }

  Parsed<EnvFile> parse() {
    while (problems.isEmpty() && nextStatement()) {
      statement();
    }
    return new Parsed<>(new EnvFile(assignments), problems);
  }

  Parsed<EnvFile> parseRaw() {
    while (at < source.length()) {
      int end = lineEnd(at);
      int start = skipBlanks(at);
      int stop = end > start && source.charAt(end - 1) == '\r' ? end - 1 : end;
      int equals = start < stop ? source.indexOf('=', start, stop) : -1;
      if (start < stop && source.charAt(start) != '#') {
        Optional<Text> value =
            equals < 0 ? Optional.empty() : Optional.of(Text.of(file.span(equals + 1, stop)));
        assign(start, equals < 0 ? stop : equals, value);
      }
      at = end + 1;
    }
    return new Parsed<>(new EnvFile(assignments), problems);
  }

  /// Goes to the next character that is neither white nor part of a comment.
  private boolean nextStatement() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (Character.isWhitespace(c) || isBlank(c)) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void statement() {
    if (source.startsWith("export", at) && skipBlanks(at + 6) > at + 6) {
      at = skipBlanks(at + 6);
    }
    int start = at;
    int end = nameEnd();
    if (end == source.length()) {
      // compose-go never sees the end of a name without a line break after it, and drops it.
      at = end;
      return;
    }
    char separator = source.charAt(end);
    int stop = end;
    while (stop > start && isBlank(source.charAt(stop - 1))) {
      stop--;
    }
    boolean named = separator == '=' || separator == ':' || separator == '\n';
    if (!named) {
      refuse(end, end + 1, "the name of a variable cannot hold this character");
    } else if (source.substring(start, stop).indexOf(' ') >= 0) {
      refuse(start, stop, "the name of a variable cannot hold a space");
    } else if (separator == '\n') {
      at = end + 1;
      assign(start, stop, variables.value(source.substring(start, stop)));
    } else {
      at = skipBlanks(end + 1);
      Text value = value();
      if (problems.isEmpty()) {
        assign(start, stop, Optional.of(value));
      }
    }
  }

  private int nameEnd() {
    int end = at;
    while (end < source.length() && isNamePart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return isBlank(c) || "_.-[]".indexOf(c) >= 0 || Character.isLetterOrDigit(c);
  }

  private void assign(int start, int end, Optional<Text> value) {
    Sourced<String> name = new Sourced<>(source.substring(start, end), file.span(start, end));
    assignments.add(new Assignment(name, value));
    value.ifPresent(text -> values.put(name.value(), text));
  }

  private Text value() {
    char quote = at < source.length() ? source.charAt(at) : '\n';
    if (quote == '"' || quote == '\'') {
      return quoted(quote);
    }
    int next = lineEnd(at);
    int comment = source.indexOf(" #", at, next);
    int end = comment >= 0 ? comment : next;
    while (end > at && (Character.isWhitespace(source.charAt(end - 1)) || isBlank(end - 1))) {
      end--;
    }
    Text text = Text.of(file.span(at, end));
    at = Math.min(next + 1, source.length());
    return interpolated(text);
  }

  private Text quoted(char quote) {
    int start = at;
    int close = start + 1;
    while (close < source.length() && source.charAt(close) != quote) {
      close += source.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= source.length()) {
      refuse(start, start + 1, "the quote that opens here is never closed");
      return Text.derived("", file.span(start, start));
    }
    at = close + 1;
    Text.Builder text = Text.at(file.span(start, close + 1));
    int from = start + 1;
    while (from < close) {
      from = source.charAt(from) == '\\' ? escape(text, from, quote) : plain(text, from, close);
    }
    return quote == '"' ? interpolated(text.build()) : text.build();
  }

  private int plain(Text.Builder text, int from, int close) {
    int backslash = source.indexOf('\\', from, close);
    int to = backslash < 0 ? close : backslash;
    text.plain(from, to);
    return to;
  }

  /// Between single quotes only the quote itself can be escaped.
  private int escape(Text.Builder text, int from, char quote) {
    char c = source.charAt(from + 1);
    if (c == quote) {
      text.derived(String.valueOf(quote), from, from + 2);
      return from + 2;
    }
    int octal = from + 2;
    while (c == '0' && octal < from + 5 && octalDigit(octal)) {
      octal++;
    }
    if (quote == '"' && octal == from + 5) {
      char code = (char) Integer.parseInt(source, from + 2, octal, 8);
      text.derived(String.valueOf(code), from, octal);
      return octal;
    }
    String replaced = quote == '"' ? replaced(c) : "";
    if (replaced.isEmpty()) {
      text.plain(from, from + 2);
    } else {
      text.derived(replaced, from, from + 2);
    }
    return from + 2;
  }

  private boolean octalDigit(int index) {
    char c = index < source.length() ? source.charAt(index) : ' ';
    return c >= '0' && c <= '7';
  }

  /// Empty for what stays as it stands; `\$` becomes what interpolation takes for a plain `$`.
  private static String replaced(char c) {
    return switch (c) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\u000b";
      case '\\' -> "\\";
      case '$' -> "$$";
      default -> "";
    };
  }

  private Text interpolated(Text text) {
    Interpolated done = Interpolated.of(text, variables);
    problems.addAll(done.problems());
    return done.text();
  }

  private void refuse(int start, int end, String why) {
    problems.add(new Problem(file.span(start, end), why));
  }

  private int lineEnd(int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end;
  }

  private int skipBlanks(int from) {
    int next = from;
    while (next < source.length() && isBlank(source.charAt(next))) {
      next++;
    }
    return next;
  }

  private boolean isBlank(int index) {
    return isBlank(source.charAt(index));
  }

  /// White, but no line break (dotenv/parser.go isSpace).
  private static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u000b'
        || c == '\f'
        || c == '\r'
        || c == '\u0085'
        || c == '\u00a0';
  }
}
