package dev.nginxlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the shells and the man page want to know of a command.
final class Vocabulary {
  /// What may stand in a place of a command line.
  sealed interface Value {
    /// Nothing: the option is a word by itself.
    record Nothing() implements Value {}

    /// A file or a folder.
    record File() implements Value {}

    /// A folder.
    record Folder() implements Value {}

    /// Something that nobody can guess.
    record Anything() implements Value {}

    /// One of these words, or the beginning of one that ends with `=`.
    record Word(List<String> words) implements Value {}

    /// One or more of these words, separated by commas.
    record Words(List<String> words) implements Value {}
  }

  private Vocabulary() {}

  /// What an option or a parameter takes.
  static Value value(ArgSpec spec) {
    List<String> words = new ArrayList<>();
    if (spec.completionCandidates() != null) {
      spec.completionCandidates().forEach(words::add);
    }
    if (!words.isEmpty()) {
      return spec.splitRegex().isEmpty() ? new Value.Word(words) : new Value.Words(words);
    }
    if (spec.arity().max() == 0) {
      return new Value.Nothing();
    }
    return switch (spec.paramLabel()) {
      case "FILE", "PATH" -> new Value.File();
      case "DIR" -> new Value.Folder();
      default -> new Value.Anything();
    };
  }

  /// The first parameter of a command, which for all but `baseline` is the only one.
  static Optional<Value> first(CommandSpec command) {
    return command.positionalParameters().stream().findFirst().map(Vocabulary::value);
  }

  /// The parameters after the first.
  static Optional<Value> rest(CommandSpec command) {
    return command.positionalParameters().stream()
        .filter(parameter -> parameter.index().max() > 0)
        .findFirst()
        .map(Vocabulary::value);
  }

  /// The commands of a command.
  static List<CommandSpec> commands(CommandSpec main) {
    return main.subcommands().values().stream().map(line -> line.getCommandSpec()).toList();
  }

  /// The names of the commands of a command.
  static List<String> names(CommandSpec main) {
    return List.copyOf(main.subcommands().keySet());
  }

  /// All names of the options of a command.
  static List<String> options(CommandSpec command) {
    return command.options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .distinct()
        .toList();
  }

  /// What an option is for, in a phrase.
  static String phrase(OptionSpec option) {
    String text = String.join(" ", option.description());
    int end = text.indexOf(": ");
    return end < 0 ? withoutStop(text) : text.substring(0, end);
  }

  /// What a command does, in a phrase.
  static String phrase(CommandSpec command) {
    String text = description(command);
    int end = text.indexOf("; ");
    return end < 0 ? withoutStop(text) : text.substring(0, end);
  }

  /// What a command does.
  static String description(CommandSpec command) {
    return String.join(" ", command.usageMessage().description()).strip();
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
