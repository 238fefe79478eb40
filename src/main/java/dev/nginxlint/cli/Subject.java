package dev.nginxlint.cli;

import dev.nginxlint.source.Discovery;
import dev.nginxlint.source.SourceSet;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// What a command was asked to look at.
///
/// @param complete whether every path that was given could be looked at
record Subject(List<SourceSet> sets, boolean complete) {
  private static final List<String> COMMANDS =
      List.of(Commands.EXPLAIN, Commands.RULES, Commands.SHOW);

  /// The files at the paths; a path that cannot be judged is told, and the others remain.
  static Subject of(ParseResult parsed, Cli.Output output) {
    Discovery.Discovered found =
        Discovery.discover(
            Commands.paths(parsed), Commands.root(parsed), output.workingDirectory());
    for (Discovery.Refusal refusal : found.refusals()) {
      output.err().println("nginx-lint: " + refusal.path() + ": " + refusal.why() + hint(refusal));
    }
    return new Subject(found.sets(), found.refusals().isEmpty());
  }

  /// Whether everything was looked at, once the files are judged; what was not is told.
  boolean seen(Cli.Output output) {
    List<String> errors = sets.stream().flatMap(set -> set.errors().stream()).toList();
    errors.forEach(error -> output.err().println("nginx-lint: " + error));
    return complete && errors.isEmpty();
  }

  /// A mistyped command is taken for a path.
  private static String hint(Discovery.Refusal refusal) {
    String given = refusal.path().toString();
    return COMMANDS.stream()
        .filter(command -> Similar.alike(given, command))
        .findFirst()
        .map(command -> "; did you mean the command \"" + command + "\"?")
        .orElse("");
  }
}
