package dev.nginxlint.syntax.yaml;

import java.util.ArrayList;
import java.util.List;

/// Walks through a block scalar, `|` or `>`, beside the value that SnakeYAML made of it.
///
/// How far it is indented is told by the value: its first line is the end of a line of the file.
final class BlockText {
  /// A line without its break, and where the next one begins.
  private record Line(int start, int end, int next) {}

  private final String source;
  private final String value;
  private final List<Line> lines;
  private final Emitter out;

  private BlockText(String source, int start, int end, String value, Emitter out) {
    this.source = source;
    this.value = value;
    this.out = out;
    this.lines = lines(source, start, end);
  }

  static void literal(String source, int start, int end, String value, Emitter out) {
    BlockText text = new BlockText(source, start, end, value, out);
    text.literal(text.indent());
  }

  static void folded(String source, int start, int end, String value, Emitter out) {
    BlockText text = new BlockText(source, start, end, value, out);
    text.folded(text.indent());
  }

  /// Where the last line that is not blank ends, between `start` and `end`.
  static int contentEnd(String source, int start, int end) {
    int at = end;
    while (at > start
        && (FlowText.isBreak(source.charAt(at - 1)) || source.charAt(at - 1) == ' ')) {
      at--;
    }
    return at;
  }

  /// The lines after the one that `|` or `>` stands on.
  private static List<Line> lines(String source, int start, int end) {
    List<Line> found = new ArrayList<>();
    int at = nextLine(source, start, end);
    while (at < end) {
      int next = nextLine(source, at, end);
      int stop = next;
      while (stop > at && FlowText.isBreak(source.charAt(stop - 1))) {
        stop--;
      }
      found.add(new Line(at, stop, next));
      at = next;
    }
    return found;
  }

  private static int nextLine(String source, int start, int end) {
    int at = start;
    while (at < end && !FlowText.isBreak(source.charAt(at))) {
      at++;
    }
    return Math.min(at + (source.startsWith("\r\n", at) ? 2 : 1), end);
  }

  private int indent() {
    int at = 0;
    while (at < value.length() && value.charAt(at) == '\n') {
      at++;
    }
    int inValue = leadingSpaces(value, at, value.length());
    for (Line line : lines) {
      int spaces = leadingSpaces(source, line.start, line.end);
      if (line.start + spaces < line.end) {
        return Math.max(0, spaces - inValue);
      }
    }
    return Integer.MAX_VALUE;
  }

  private static int leadingSpaces(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }

  private void literal(int indent) {
    for (Line line : lines) {
      if (out.length() >= value.length()) {
        return;
      }
      out.copy(contentStart(line, indent), line.end);
      newline(line);
    }
  }

  private static int contentStart(Line line, int indent) {
    return line.start + Math.min(indent, line.end - line.start);
  }

  private void newline(Line line) {
    if (out.length() < value.length()) {
      out.put("\n", line.end, line.next);
    }
  }

  /// Line breaks join lines: whatever of them the value still has stands before the next content.
  private void folded(int indent) {
    int joinStart = lines.isEmpty() ? 0 : lines.getFirst().start;
    int joinEnd = joinStart;
    for (Line line : lines) {
      int content = contentStart(line, indent);
      if (content < line.end) {
        join(joinStart, Math.max(joinStart, content));
        out.copy(content, line.end);
        joinStart = line.end;
      }
      joinEnd = line.next;
    }
    join(joinStart, Math.max(joinStart, joinEnd));
  }

  private void join(int start, int end) {
    int from = out.length();
    int at = from;
    while (at < value.length() && value.charAt(at) == '\n') {
      at++;
    }
    boolean folded = at == from && from > 0 && at < value.length() && value.charAt(at) == ' ';
    String joined = folded ? " " : value.substring(Math.min(from, value.length()), at);
    if (!joined.isEmpty()) {
      out.put(joined, start, end);
    }
  }
}
