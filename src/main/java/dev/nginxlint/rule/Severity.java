package dev.nginxlint.rule;

/// How bad a finding is, the worst first.
public enum Severity {
  /// This deployment answers 502, 504 or 413, hangs, or does not start, and both ends are in view.
  ERROR,
  /// It fails under a condition that will come, or the evidence is likely rather than certain.
  WARNING,
  /// Advice.
  INFO;

  /// The name in lower case, as it is written in cards, options and reports.
  public String label() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }

  /// One step milder; advice stays advice.
  public Severity milder() {
    return this == ERROR ? WARNING : INFO;
  }

  /// Whether it is this bad or worse.
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
