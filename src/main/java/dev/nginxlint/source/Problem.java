package dev.nginxlint.source;

/// Why a file, or part of it, could not be judged: one sentence and its place.
public record Problem(Span at, String message, Kind kind) implements Comparable<Problem> {
  /// Whose fault it is.
  public enum Kind {
    /// The program that reads the file refuses it too, or we cannot read it.
    BROKEN,
    /// The file is filled in before any program reads it, and says too little as it stands.
    TEMPLATE
  }

  /// A file that is broken.
  public Problem(Span at, String message) {
    this(at, message, Kind.BROKEN);
  }

  /// By place and message.
  @Override
  public int compareTo(Problem other) {
    int place = at.compareTo(other.at);
    return place == 0 ? message.compareTo(other.message) : place;
  }
}
