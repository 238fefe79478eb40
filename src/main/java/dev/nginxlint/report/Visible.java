package dev.nginxlint.report;

/// Text of a linted file as it may be shown on a terminal: nothing in it can move the cursor or
/// hide.
public final class Visible {
  private Visible() {}

  /// The text with control and formatting characters spelled out and tabs as blanks.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        if (c == '\t') {
          shown.append("  ");
        } else {
          shown.append("\\u{%x}".formatted(c));
        }
      }
      default -> shown.appendCodePoint(c);
    }
  }
}
