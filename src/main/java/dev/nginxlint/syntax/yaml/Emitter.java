package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;

/// Puts the text of a scalar together, and beside it the string that SnakeYAML should have made of
/// it.
final class Emitter {
  private final String original;
  private final String masked;
  private final Text.Builder text;
  private final StringBuilder plain = new StringBuilder();

  Emitter(SourceFile file, String masked, Span whole) {
    this.original = file.text();
    this.masked = masked;
    this.text = Text.at(whole);
  }

  /// Adds the characters from `start` to `end`; a run of marks becomes one hole.
  void copy(int start, int end) {
    int at = start;
    while (at < end) {
      int next = at;
      if (masked.charAt(at) == Hole.MARK) {
        while (next < end && masked.charAt(next) == Hole.MARK) {
          next++;
        }
        text.derived(Hole.STRING, at, next);
      } else if (masked.charAt(at) == original.charAt(at)) {
        while (next < end
            && masked.charAt(next) != Hole.MARK
            && masked.charAt(next) == original.charAt(next)) {
          next++;
        }
        text.plain(at, next);
      } else {
        next++;
        text.derived(masked.substring(at, next), at, next);
      }
      at = next;
    }
    plain.append(masked, start, end);
  }

  /// Adds characters that the stretch from `start` to `end` stands for.
  void put(String characters, int start, int end) {
    text.derived(characters, start, end);
    plain.append(characters);
  }

  /// How many characters there are, every mark counted.
  int length() {
    return plain.length();
  }

  /// The text, if it is what SnakeYAML read; the value without places of its own otherwise.
  Text text(String value, Span whole) {
    return value.contentEquals(plain) ? text.build() : Text.derived(collapsed(value), whole);
  }

  private static String collapsed(String value) {
    if (!Hole.in(value)) {
      return value;
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      boolean again = i > 0 && value.charAt(i - 1) == Hole.MARK;
      if (value.charAt(i) != Hole.MARK || !again) {
        kept.append(value.charAt(i));
      }
    }
    return kept.toString();
  }
}
