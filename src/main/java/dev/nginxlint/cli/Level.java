package dev.nginxlint.cli;

import dev.nginxlint.rule.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be wanted of a rule.
enum Level {
  ERROR,
  WARNING,
  INFO,
  OFF;

  /// All of them, for people.
  static final String ALL =
      Arrays.stream(values()).map(Level::written).collect(Collectors.joining(", "));

  /// The level that is written so.
  static Optional<Level> of(String text) {
    return Arrays.stream(values()).filter(level -> level.written().equals(text)).findFirst();
  }

  /// How bad a finding of the rule is; nothing if there are to be none.
  Optional<Severity> severity() {
    return switch (this) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case INFO -> Optional.of(Severity.INFO);
      case OFF -> Optional.empty();
    };
  }

  /// As it stands in the file.
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
