package dev.nginxlint.cli;

import dev.nginxlint.report.Ink;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What was typed, and what holds if it was not.
final class Given {
  private Given() {}

  /// The paths that a command was given.
  static List<Path> paths(ParseResult parsed) {
    String command = parsed.commandSpec().name();
    boolean acts = command.equals(Commands.BASELINE) || command.equals(Commands.CONFIG_COMMAND);
    int first = acts ? 1 : 0;
    return parsed.matchedPositionalValue(first, List.of());
  }

  /// The root that a command was given.
  static Optional<Path> root(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.ROOT, null));
  }

  /// The file that lists the roots of hosts.
  static Optional<Path> rootsFrom(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.ROOTS_FROM, null));
  }

  /// The file that the standard input is to be taken for.
  static Optional<Path> typedName(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.STDIN_FILENAME, null));
  }

  /// Whether only the counts were asked for.
  static boolean summary(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.SUMMARY);
  }

  /// The format that was asked for.
  static Format format(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.FORMAT, Format.TEXT);
  }

  /// The rules that were asked for, if not all.
  static List<String> selected(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.SELECT, List.of());
  }

  /// The rules that are not wanted.
  static List<String> ignored(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.IGNORE, List.of());
  }

  /// How bad rules are wanted to be, as it was typed.
  static List<String> severities(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.SEVERITY, List.of());
  }

  /// The file with settings that was named.
  static Optional<Path> config(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.CONFIG, null));
  }

  /// Whether no file is to be asked for settings.
  static boolean isolated(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.ISOLATED);
  }

  /// Whether comments that ask to ignore something count.
  static Settings.Inline inline(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.NO_INLINE_IGNORES)
        ? Settings.Inline.DISREGARDED
        : Settings.Inline.HONOURED;
  }

  /// The reports that were asked for besides.
  static List<Outputs.Asked> outputs(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.OUTPUT, List.of());
  }

  /// The threshold that was asked for.
  static Severity failOn(ParseResult parsed) {
    return parsed.matchedOptionValue(Commands.FAIL_ON, Severity.WARNING);
  }

  /// The slug that is to be explained.
  static Optional<String> slug(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedPositionalValue(0, null));
  }

  /// The line of a log that is to be explained.
  static Optional<String> log(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.LOG, null));
  }

  /// What is to be done with the baseline.
  static BaselineCommand.Action action(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, BaselineCommand.Action.WRITE);
  }

  /// The shell that is to complete what is typed.
  static Shell shell(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, Shell.BASH);
  }

  /// What is asked about the settings.
  static ConfigCommand.Action about(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, ConfigCommand.Action.CHECK);
  }

  /// Whether what can be mended is to be.
  static boolean fix(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.FIX) || diff(parsed);
  }

  /// Whether it is to be mended as well where something else may change.
  static boolean unsafe(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.UNSAFE_FIXES);
  }

  /// Whether it is to be shown and not to be written.
  static boolean diff(ParseResult parsed) {
    return parsed.hasMatchedOption(Commands.DIFF);
  }

  /// The file with the baseline that was named.
  static Optional<Path> baseline(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(Commands.BASELINE_FILE, null));
  }

  /// With what the report is written.
  static Ink ink(ParseResult parsed, Cli.Output output) {
    return switch (parsed.matchedOptionValue(Commands.COLOR, Colour.AUTO)) {
      case AUTO -> output.ink();
      case ALWAYS -> output.ink().shaded(Ink.Shade.COLOURED);
      case NEVER -> output.ink().shaded(Ink.Shade.PLAIN);
    };
  }
}
