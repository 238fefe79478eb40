package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;

/// What nginx makes of the backslashes of a word, which is the same inside and outside of quotes.
final class Escapes {
  private Escapes() {}

  /// Whether a part of the text stands for something else than itself.
  static boolean in(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' || isHole(c)) {
        return true;
      }
    }
    return false;
  }

  /// The value of the word at `at`, whose characters stand in `text` between two offsets.
  static Text resolve(Span at, String text, int from, int to) {
    Text.Builder value = Text.at(at);
    int plain = from;
    int i = from;
    while (i < to) {
      int end = i + 1;
      String meaning = "";
      if (isHole(text.charAt(i))) {
        while (end < to && isHole(text.charAt(end))) {
          end++;
        }
        meaning = Hole.STRING;
      } else if (text.charAt(i) == '\\' && end < to) {
        meaning = meaning(text.charAt(end++));
      }
      if (!meaning.isEmpty()) {
        value.plain(plain, i).derived(meaning, i, end);
        plain = end;
      }
      i = end;
    }
    return value.plain(plain, to).build();
  }

  private static boolean isHole(char c) {
    return c == Hole.MARK || c == Template.CONTROL;
  }

  /// What a backslash and a character mean; nothing if they mean themselves.
  private static String meaning(char escaped) {
    return switch (escaped) {
      case '"' -> "\"";
      case '\'' -> "'";
      case '\\' -> "\\";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'n' -> "\n";
      default -> "";
    };
  }
}
