package dev.nginxlint.cli;

/// What the exit code says, whatever the format.
final class ExitCode {
  /// Nothing at or above the threshold.
  static final int CLEAN = 0;

  /// Findings at or above the threshold.
  static final int FOUND = 1;

  /// Something could not be judged: a bad option, a file that cannot be read, our own fault.
  static final int UNJUDGED = 2;

  private ExitCode() {}
}
