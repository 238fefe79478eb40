package dev.nginxlint.source;

/// A half-open stretch of a file in UTF-16 offsets; line and column are worked out when asked for.
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "no stretch %s-%s in %s (%s)".formatted(start, end, file, file.text().length()));
    }
  }

  /// Where the stretch begins.
  public Position from() {
    return file.position(start);
  }

  /// Where the stretch ends, exclusive.
  public Position to() {
    return file.position(end);
  }

  /// The text of the stretch as it stands in the file.
  public String text() {
    return file.text().substring(start, end);
  }

  /// Whether no character lies within.
  public boolean isEmpty() {
    return start == end;
  }

  /// The stretch from the start of this one to the end of a later one in the same file.
  public Span through(Span last) {
    return new Span(file, start, Math.max(end, last.end));
  }

  /// Whether both lie in one file and touch the same character.
  public boolean overlaps(Span other) {
    return file == other.file && start < other.end && other.start < end;
  }

  /// By path and start.
  @Override
  public int compareTo(Span other) {
    int path = file.path().compareTo(other.file.path());
    return path == 0 ? Integer.compare(start, other.start) : path;
  }

  @Override
  public String toString() {
    Position from = from();
    return file.path() + ":" + from.line() + ":" + from.column();
  }
}
