package dev.nginxlint.report;

/// Text as XML may hold it.
final class Xml {
  static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Xml() {}

  /// Text between tags, or of an attribute in double quotes.
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  /// An attribute with a blank before it.
  static String attribute(String name, Object value) {
    return " " + name + "=\"" + text(String.valueOf(value)) + "\"";
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
      default -> escaped.appendCodePoint(c);
    }
  }
}
