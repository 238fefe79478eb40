package dev.nginxlint.syntax.command;

import java.util.ArrayList;
import java.util.List;

/// The here-documents whose lines begin behind the current one.
final class Heredocs {
  private final List<Redirection> pending = new ArrayList<>();

  void add(Redirection redirection) {
    String operator = redirection.operator();
    if (operator.contains("<<") && !operator.endsWith("<<<")) {
      pending.add(redirection);
    }
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  /// The end of the last line of the last of them, the first line beginning at `from`.
  int end(ShellTokens tokens, int from) {
    int end = from;
    for (Redirection redirection : pending) {
      end = end(tokens, Math.min(end, tokens.length()), redirection) + 1;
    }
    pending.clear();
    return Math.min(end - 1, tokens.length());
  }

  /// The end of the line that holds the closing word.
  private static int end(ShellTokens tokens, int from, Redirection redirection) {
    String closing = redirection.target().literal().orElse(redirection.target().at().text());
    int start = from;
    while (start < tokens.length()) {
      int end = tokens.lineEnd(start);
      String line = tokens.slice(start, end).value();
      line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (redirection.operator().endsWith("-")) {
        line = line.replaceFirst("^\t+", "");
      }
      if (line.equals(closing)) {
        return end;
      }
      start = end + 1;
    }
    return tokens.length();
  }
}
