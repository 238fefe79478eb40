package dev.nginxlint.source;

import java.util.Arrays;

/// The text of one file as it was read, under the name its reader knows it by.
public final class SourceFile {
  private final String path;
  private final String text;
  private int[] lineStarts;

  /// A file whose `path` is shown to people: relative to the working directory, with `/`.
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /// The name shown to people, relative to the working directory where that is possible.
  public String path() {
    return path;
  }

  /// The decoded text, a leading byte-order mark and carriage returns included.
  public String text() {
    return text;
  }

  /// The whole file.
  public Span span() {
    return new Span(this, 0, text.length());
  }

  /// The stretch from `start` (inclusive) to `end` (exclusive), in UTF-16 offsets.
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /// Line and column of a UTF-16 offset.
  public Position position(int offset) {
    int line = lineIndex(offset);
    return new Position(line + 1, text.codePointCount(starts()[line], offset) + 1);
  }

  /// The text of a line counted from 1, without its line break.
  public String line(int number) {
    int[] starts = starts();
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /// How many lines there are; an empty file has one.
  public int lineCount() {
    return starts().length;
  }

  /// The offset at which a line counted from 1 begins.
  public int lineStart(int number) {
    return starts()[number - 1];
  }

  @Override
  public String toString() {
    return path;
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private synchronized int[] starts() {
    if (lineStarts == null) {
      int[] found = new int[16];
      int count = 1;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at + 1;
      }
      lineStarts = Arrays.copyOf(found, count);
    }
    return lineStarts;
  }
}
