package dev.nginxlint.report;

import dev.nginxlint.rule.Label;
import dev.nginxlint.source.Position;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;

/// One line of a linted file with what is meant underlined.
///
/// @param line the line between its gutter and a line break
/// @param margin what goes before the marks
/// @param marked the marks and what is said of the place
record Snippet(String line, String margin, String marked) {
  /// However narrow a terminal is, so much of a line is shown.
  private static final int NARROWEST = 40;

  /// The line of the label with `mark` under its place, between gutters of `gutter` columns. A line
  /// that is longer than `width` is shown around the place.
  static Snippet of(Label label, char mark, int gutter, int width) {
    int room = Math.max(NARROWEST, width);
    Span at = label.at();
    SourceFile file = at.file();
    Position from = at.from();
    String line = file.line(from.line());
    int start = Math.min(at.start() - file.lineStart(from.line()), line.length());
    int end = Math.max(start, Math.min(at.end() - file.lineStart(from.line()), line.length()));
    int left = line.length() <= room ? 0 : Math.max(0, start - room * 3 / 8);
    int right = Math.min(line.length(), left + room);
    end = Math.min(end, right);
    String head = (left > 0 ? "…" : "") + Visible.part(line, left, start);
    String meant = Visible.part(line, start, end);
    String tail = Visible.part(line, end, right) + (right < line.length() ? "…" : "");
    String marks = String.valueOf(mark).repeat(Math.max(1, width(meant)));
    String shown = (head + meant + tail).stripTrailing();
    return new Snippet(
        pad(String.valueOf(from.line()), gutter) + " | " + shown + "\n",
        pad("", gutter) + " | " + " ".repeat(width(head)),
        marks + " " + Visible.of(label.text()));
  }

  /// A text filled with blanks at its left.
  static String pad(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
