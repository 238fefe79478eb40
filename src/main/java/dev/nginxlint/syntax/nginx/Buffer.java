package dev.nginxlint.syntax.nginx;

import java.util.Optional;

/// The buffer through which nginx reads a file, into which every word and every comment must fit.
///
/// nginx lets go of a word when it has read the character after it, and of a quoted one when it has
/// read two of them, if the first is a blank; a quote is let go of at once where a word begins.
final class Buffer {
  /// NGX_CONF_BUFFER of ngx_conf_file.c, in bytes.
  private static final int SIZE = 4096;

  private final String text;

  Buffer(String text) {
    this.text = text;
  }

  /// What nginx says of a word that is too long for it.
  Optional<String> overflow(int start, int end, Quoting quoting) {
    int from = quoting == Quoting.NONE ? start : start + 1;
    boolean blank = end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0;
    if (!fills(from, end, blank ? SIZE - 1 : SIZE)) {
      return Optional.empty();
    }
    boolean closed = quoting == Quoting.NONE || !fills(from, end - 1, SIZE);
    return Optional.of(closed ? started(from) : unterminated(text.charAt(start)));
  }

  /// What nginx says of a comment that is too long for it.
  Optional<String> overflow(int start, int end) {
    boolean over = fills(start, end, end < text.length() ? SIZE : SIZE + 1);
    return over ? Optional.of(started(start)) : Optional.empty();
  }

  /// What nginx says of a quote that nobody closes.
  String unclosed(int quote) {
    return fills(quote + 1, text.length(), SIZE + 1)
        ? unterminated(text.charAt(quote))
        : "unexpected end of file, expecting \";\" or \"}\" after a closing quote";
  }

  private String started(int start) {
    return "too long parameter \"" + text.substring(start, start + 10) + "...\" started";
  }

  private static String unterminated(char quote) {
    return "too long parameter, probably missing terminating \"" + quote + "\" character";
  }

  /// Whether a stretch has at least so many bytes in UTF-8. A character of Latin-1 is counted as
  /// one byte, for the file may be written in that.
  private boolean fills(int start, int end, int size) {
    if ((end - start) * 3 < size) {
      return false;
    }
    int bytes = 0;
    for (int i = start; i < end && bytes < size; i++) {
      char c = text.charAt(i);
      bytes += c < 0x100 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes >= size;
  }

  /// Where a quoted word that nobody closes is taken to end: at the last `;` of its line, or with
  /// the line.
  int endOfUnclosed(int start) {
    int newline = text.indexOf('\n', start);
    String rest = text.substring(start, newline < 0 ? text.length() : newline).stripTrailing();
    int semicolon = rest.lastIndexOf(';');
    return start + (semicolon < 0 ? rest.length() : semicolon);
  }
}
