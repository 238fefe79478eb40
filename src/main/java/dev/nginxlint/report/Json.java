package dev.nginxlint.report;

/// JSON as it may be shown on a terminal or in the log of a build server.
final class Json {
  private Json() {}

  /// The same JSON, its strings without characters that hide or move the cursor, and without what
  /// begins a build server's command; outside of strings there are none.
  static String shown(CharSequence json) {
    String text = json.toString();
    StringBuilder shown = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean told = c <= '~' && !Visible.beginsCommand(text, at);
      if (told || (c > '~' && !Visible.hides(c))) {
        shown.appendCodePoint(c);
      } else {
        Character.toString(c).chars().forEach(unit -> shown.append("\\u%04x".formatted(unit)));
      }
      at += Character.charCount(c);
    }
    return shown.toString();
  }
}
