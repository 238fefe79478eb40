package dev.nginxlint.cli;

import dev.nginxlint.source.Discovery;
import dev.nginxlint.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a command was asked to look at.
///
/// @param complete whether every path that was given could be looked at
record Subject(List<SourceSet> sets, boolean complete) {
  /// The files at the paths; a path that cannot be judged is told, and the others remain.
  static Subject of(List<Path> paths, Optional<Path> root, Cli.Output output) {
    Discovery.Discovered found = Discovery.discover(paths, root, output.workingDirectory());
    for (Discovery.Refusal refusal : found.refusals()) {
      output.err().println("nginx-lint: " + refusal.path() + ": " + refusal.why() + hint(refusal));
    }
    return new Subject(found.sets(), found.refusals().isEmpty());
  }

  /// A mistyped command is taken for a path.
  private static String hint(Discovery.Refusal refusal) {
    String given = refusal.path().toString();
    return List.of("explain", "rules", "show").stream()
        .filter(command -> Similar.alike(given, command))
        .findFirst()
        .map(command -> "; did you mean the command \"" + command + "\"?")
        .orElse("");
  }
}
