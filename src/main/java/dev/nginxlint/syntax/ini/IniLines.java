package dev.nginxlint.syntax.ini;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// Cuts an ini file into logical lines: continuations joined, blanks around them gone, and comments
/// gone where they tell which lines belong together.
final class IniLines {
  private static final String COMMENTS = ";#";

  private final SourceFile file;
  private final String text;
  private final List<Text> lines = new ArrayList<>();

  private IniLines(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /// The logical lines of a file that have something in them.
  static List<Text> of(SourceFile file, IniDialect.Lines lines) {
    IniLines cutter = new IniLines(file);
    int start = file.text().startsWith("\uFEFF") ? 1 : 0;
    switch (lines) {
      case PLAIN -> cutter.plain(start);
      case QUOTED -> cutter.quoted(start);
      case INDENTED -> cutter.indented(start);
    }
    return cutter.lines;
  }

  private void plain(int start) {
    for (int at = start; at < text.length(); at = next(at)) {
      Text line = strip(at, end(at));
      if (line.length() > 0) {
        lines.add(line);
      }
    }
  }

  private void quoted(int start) {
    int at = start;
    while (at < text.length()) {
      int end = endOfQuoted(at);
      Text line = strip(at, end);
      if (line.length() > 0) {
        lines.add(line);
      }
      at = next(end);
    }
  }

  /// Where a php line ends: at its line break or comment, neither counting within the quotes of a
  /// value.
  private int endOfQuoted(int start) {
    char quote = 0;
    boolean value = false;
    int end = end(start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\n' || c == '\r' || c == ';') {
        return i;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        value |= c == '=';
      }
    }
    return quote == 0 ? text.length() : end;
  }

  /// configparser.py: a line that is indented deeper than its option goes on with the value.
  private void indented(int start) {
    int indent = Integer.MAX_VALUE;
    List<Text> parts = new ArrayList<>();
    for (int at = start; at < text.length(); at = next(at)) {
      Text line = strip(at, endBeforeComment(at));
      if (line.length() == 0) {
        continue;
      }
      int depth = line.span().start() - at;
      if (depth <= indent) {
        join(parts);
        indent = line.charAt(0) == '[' ? Integer.MAX_VALUE : depth;
      }
      parts.add(line);
    }
    join(parts);
  }

  private int endBeforeComment(int start) {
    int end = end(start);
    boolean blank = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (blank && COMMENTS.indexOf(c) >= 0) {
        return i;
      }
      blank = Character.isWhitespace(c);
    }
    return end;
  }

  /// Adds the parts of a line as one, and begins a new one.
  private void join(List<Text> parts) {
    if (!parts.isEmpty()) {
      Text.Builder line = Text.at(parts.getFirst().span().through(parts.getLast().span()));
      int end = parts.getFirst().span().start();
      for (Text part : parts) {
        int next = part.span().start();
        if (line.length() > 0) {
          line.derived("\n", end, next);
        }
        line.append(part, 0, part.length());
        end = part.span().end();
      }
      lines.add(line.build());
      parts.clear();
    }
  }

  /// Blanks are what ini4j takes for blanks, control characters among them.
  private Text strip(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return Text.of(file.span(from, to));
  }

  /// Where the physical line at an offset ends.
  private int end(int at) {
    int found = at;
    while (found < text.length() && text.charAt(found) != '\n' && text.charAt(found) != '\r') {
      found++;
    }
    return found;
  }

  /// Where the physical line after an offset begins.
  private int next(int at) {
    int end = end(at);
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}
