package dev.nginxlint.syntax.command;

/// What a shell does once it has started a command.
public enum Ending {
  /// It waits for its end.
  WAIT,
  /// It goes on: `&`.
  BACKGROUND,
  /// It starts the next one too and ties their ends together: `|`.
  PIPE
}
