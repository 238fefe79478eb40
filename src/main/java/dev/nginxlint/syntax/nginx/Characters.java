package dev.nginxlint.syntax.nginx;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/// A text as the lexer reads it, in UTF-16 offsets.
///
/// nginx reads bytes, and every byte beyond ASCII is part of a word to it. The lexer is shown a
/// letter in place of such a character, because it is many times slower beyond ASCII.
final class Characters implements CharStream {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int at;

  Characters(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /// Whether a text begins with a byte-order mark.
  static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int LA(int ahead) {
    int index = ahead > 0 ? at + ahead - 1 : at + ahead;
    if (index < 0 || index >= text.length()) {
      return EOF;
    }
    char c = text.charAt(index);
    return c < 0x80 || c == Template.CONTROL ? c : 'x';
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }
}
