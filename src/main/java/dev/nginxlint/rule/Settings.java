package dev.nginxlint.rule;

/// What the people who run the linter want of it.
public record Settings(Inline inline) {
  /// What the linter does when nobody says anything.
  public static final Settings STANDARD = new Settings(Inline.HONOURED);

  /// Whether a linted file may ask for silence.
  public enum Inline {
    /// Its `nginx-lint: ignore[…]` comments count.
    HONOURED,
    /// They are comments like any other.
    DISREGARDED
  }
}
