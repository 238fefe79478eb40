package dev.nginxlint.syntax.nginx;

import java.util.Arrays;
import java.util.List;

/// A short text that is looked for in a long one: asked for growing offsets, it reads that once.
final class Mark {
  /// Beyond every text, with room for the length of a mark.
  private static final int NOWHERE = Integer.MAX_VALUE - 100;

  private final String text;
  private final String mark;
  private int next = -1;

  Mark(String text, String mark) {
    this.text = text;
    this.mark = mark;
  }

  /// Several marks in one text.
  static List<Mark> all(String text, String... marks) {
    return Arrays.stream(marks).map(mark -> new Mark(text, mark)).toList();
  }

  /// Where the first one at or after `from` begins; beyond the text if there is none.
  int next(int from) {
    if (next < from) {
      int found = text.indexOf(mark, from);
      next = found < 0 ? NOWHERE : found;
    }
    return next;
  }

  /// Where the first one at or after `from` ends; beyond the text if there is none.
  int after(int from) {
    return next(from) + mark.length();
  }
}
