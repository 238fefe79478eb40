package dev.nginxlint.syntax.ini;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// A value as php's scanner reads it: quoted and unquoted pieces, put together.
///
/// `"…"` knows `\"`, `\\` and `\$`, `'…'` nothing; `${NAME}` stays as it is, for whoever knows the
/// environment.
final class PhpValue {
  private static final String OPERATORS = "|&^~!()";

  private final Text raw;
  private final Text.Builder value;
  private int at;

  private PhpValue(Text raw) {
    this.raw = raw;
    this.value = Text.at(raw.span());
  }

  /// The value; empty if php refuses the file for it.
  static Optional<Text> read(Text raw) {
    PhpValue reader = new PhpValue(raw);
    while (reader.at < raw.length()) {
      boolean read =
          switch (raw.charAt(reader.at)) {
            case '"' -> reader.doubleQuoted();
            case '\'' -> reader.singleQuoted();
            default -> reader.unquoted();
          };
      if (!read) {
        return Optional.empty();
      }
    }
    return Optional.of(reader.value.build());
  }

  private boolean doubleQuoted() {
    for (at++; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '"') {
        at++;
        skipBlanks();
        return true;
      }
      boolean escape =
          c == '\\' && at + 1 < raw.length() && "\"\\$".indexOf(raw.charAt(at + 1)) >= 0;
      at += escape ? 1 : 0;
      value.append(raw, at, at + 1);
    }
    return false;
  }

  private boolean singleQuoted() {
    int end = raw.value().indexOf('\'', at + 1);
    if (end < 0) {
      return false;
    }
    value.append(raw, at + 1, end);
    at = end + 1;
    skipBlanks();
    return true;
  }

  /// Up to the next quote; an expression of php stands for a number that we do not work out.
  private boolean unquoted() {
    int start = at;
    while (at < raw.length() && "\"'".indexOf(raw.charAt(at)) < 0) {
      if (raw.charAt(at) == '=') {
        return false;
      }
      at++;
    }
    int end = at;
    while (end > start && Character.isWhitespace(raw.charAt(end - 1))) {
      end--;
    }
    String piece = raw.value().substring(start, end);
    if (piece.chars().anyMatch(c -> OPERATORS.indexOf(c) >= 0)) {
      Span span = raw.span(start, end);
      value.derived(Hole.STRING, span.start(), span.end());
    } else {
      value.append(raw, start, end);
    }
    return true;
  }

  private void skipBlanks() {
    while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
      at++;
    }
  }
}
