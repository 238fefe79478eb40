package dev.nginxlint.report;

/// Text of a linted file as it may be shown on a terminal or in the log of a build server: nothing
/// in it can move the cursor, hide, or be taken for a command.
public final class Visible {
  private Visible() {}

  /// The text with control and formatting characters spelled out and tabs as blanks.
  public static String of(String text) {
    return part(text, 0, text.length());
  }

  /// A part of a text that is shown in parts.
  static String part(String text, int start, int end) {
    StringBuilder shown = new StringBuilder(end - start);
    for (int at = start; at < end; ) {
      int c = text.codePointAt(at);
      if (beginsCommand(text, at)) {
        spell(shown, c);
      } else {
        append(shown, c);
      }
      at += Character.charCount(c);
    }
    return shown.toString();
  }

  /// A text that begins a line, where GitHub takes `::error` for a command, blanks before it or
  /// not.
  static String line(String text) {
    String shown = of(text);
    int start = 0;
    while (start < shown.length() && isBlank(shown.charAt(start))) {
      start++;
    }
    boolean command = shown.startsWith("::", start);
    return command ? shown.substring(0, start) + "\\u{3a}" + shown.substring(start + 1) : shown;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// `##[error]` (GitHub, Azure), `##vso[…]` (Azure) and `##teamcity[…]` count anywhere in a line.
  static boolean beginsCommand(String text, int at) {
    if (!text.startsWith("##", at)) {
      return false;
    }
    int end = at + 2;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.startsWith("[", end);
  }

  /// Whether a character does something other than to be seen.
  static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\t') {
      shown.append("  ");
    } else if (hides(c)) {
      spell(shown, c);
    } else {
      shown.appendCodePoint(c);
    }
  }

  private static void spell(StringBuilder shown, int c) {
    shown.append("\\u{%x}".formatted(c));
  }
}
