package dev.nginxlint.syntax.unit;

import java.util.Optional;

/// One C escape, as cunescape_one() in systemd's escape.c reads it.
///
/// @param value what it stands for
/// @param length how many characters it takes, the backslash included
record Escape(String value, int length) {
  private static final String LETTERS = "abfnrtvs\\\"'";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b \\\"'";

  /// The escape that begins at a backslash; empty for one that systemd does not know.
  static Optional<Escape> at(CharSequence text, int at) {
    if (at + 1 >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(at + 1);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      return Optional.of(new Escape(MEANINGS.substring(letter, letter + 1), 2));
    }
    return switch (c) {
      case 'x' -> coded(text, at, 2, 2, 16);
      case 'u' -> coded(text, at, 2, 4, 16);
      case 'U' -> coded(text, at, 2, 8, 16);
      default -> coded(text, at, 1, 3, 8);
    };
  }

  private static Optional<Escape> coded(
      CharSequence text, int at, int skip, int digits, int radix) {
    int from = at + skip;
    long code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      code = code * radix + digit;
    }
    boolean valid = code > 0 && code <= Character.MAX_CODE_POINT && (radix == 16 || code < 256);
    return valid
        ? Optional.of(new Escape(Character.toString((int) code), skip + digits))
        : Optional.empty();
  }
}
