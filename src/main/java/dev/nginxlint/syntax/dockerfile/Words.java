package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// Cuts the arguments of an instruction into words, quotes and variables left as they are.
final class Words {
  private Words() {}

  /// Words between blanks.
  static List<Text> split(Text text) {
    List<Text> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (blank && start >= 0) {
        words.add(text.slice(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }

  /// Words between blanks, a blank in quotes or behind the escape character dividing nothing.
  static List<Text> quoted(Text text, char escape) {
    List<Text> words = new ArrayList<>();
    int start = -1;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (start >= 0) {
          words.add(text.slice(start, i));
        }
        start = -1;
        continue;
      }
      start = start < 0 ? i : start;
      if (c == escape && quote != '\'') {
        i++;
      } else if (c == quote || (quote == 0 && (c == '"' || c == '\''))) {
        quote = quote == 0 ? c : 0;
      }
    }
    if (start >= 0) {
      words.add(text.slice(start, text.length()));
    }
    return words;
  }
}
