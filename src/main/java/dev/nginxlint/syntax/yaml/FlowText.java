package dev.nginxlint.syntax.yaml;

/// Walks through a plain or quoted scalar as YAML reads it: breaks folded, escapes replaced.
final class FlowText {
  private final String source;
  private final Emitter out;

  FlowText(String source, Emitter out) {
    this.source = source;
    this.out = out;
  }

  void plain(int start, int end) {
    walk(start, end, '\0');
  }

  /// What stands between single quotes; `''` is one.
  void single(int start, int end) {
    walk(start, end, '\'');
  }

  /// What stands between double quotes; a backslash escapes.
  void twofold(int start, int end) {
    walk(start, end, '\\');
  }

  private void walk(int start, int end, char escape) {
    int at = start;
    while (at < end) {
      char c = source.charAt(at);
      if (isBlank(c) || isBreak(c)) {
        at = space(at, end);
      } else if (c == escape && at + 1 < end) {
        at = escape == '\\' ? escaped(at, end) : quote(at);
      } else {
        int next = at + 1;
        while (next < end && ordinary(source.charAt(next), escape)) {
          next++;
        }
        out.copy(at, next);
        at = next;
      }
    }
  }

  private static boolean ordinary(char c, char escape) {
    return !isBlank(c) && !isBreak(c) && c != escape;
  }

  private int quote(int at) {
    out.put("'", at, at + 2);
    return at + 2;
  }

  /// Blanks stay; blanks with line breaks among them become one space, or the breaks after the
  /// first.
  private int space(int start, int end) {
    int at = start;
    while (at < end && (isBlank(source.charAt(at)) || isBreak(source.charAt(at)))) {
      at++;
    }
    int breaks = breaks(start, at);
    if (breaks == 0) {
      out.copy(start, at);
    } else {
      out.put(breaks == 1 ? " " : "\n".repeat(breaks - 1), start, at);
    }
    return at;
  }

  private int escaped(int at, int end) {
    char c = source.charAt(at + 1);
    if (isBreak(c)) {
      int next = at + 1;
      while (next < end && (isBlank(source.charAt(next)) || isBreak(source.charAt(next)))) {
        next++;
      }
      out.put("\n".repeat(breaks(at + 1, next) - 1), at, next);
      return next;
    }
    int digits =
        switch (c) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    int next = Math.min(at + 2 + digits, end);
    out.put(digits == 0 ? replaced(c) : codePoint(source.substring(at + 2, next)), at, next);
    return next;
  }

  private static String replaced(char c) {
    return switch (c) {
      case '0' -> "\0";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'v' -> "\u000b";
      case 'f' -> "\f";
      case 'r' -> "\r";
      case 'e' -> "\u001b";
      case 'N' -> "\u0085";
      case '_' -> "\u00a0";
      case 'L' -> "\u2028";
      case 'P' -> "\u2029";
      default -> String.valueOf(c);
    };
  }

  private static String codePoint(String hex) {
    int value = Integer.parseUnsignedInt(hex, 16);
    return Character.isValidCodePoint(value) ? Character.toString(value) : "";
  }

  private int breaks(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      boolean pair = c == '\r' && i + 1 < end && source.charAt(i + 1) == '\n';
      count += isBreak(c) && !pair ? 1 : 0;
    }
    return count;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
