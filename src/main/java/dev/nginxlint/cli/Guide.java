package dev.nginxlint.cli;

import java.util.ArrayList;
import java.util.List;

/// What the help and the man page say beside the options.
final class Guide {
  /// A command line and what it judges.
  record Example(String command, String what) {}

  static final List<Example> EXAMPLES =
      List.of(
          new Example("nginx-lint", "the repository in the working directory"),
          new Example("sudo nginx-lint /etc/nginx", "this machine, its units and compose projects"),
          new Example("nginx-lint --root /mnt/disk", "another machine"),
          new Example("nginx-lint show deploy", "why it says what it says, or says nothing"));

  /// What an exit code means, the codes in order from 0.
  static final List<String> EXIT_CODES =
      List.of(
          "nothing found at or above the threshold",
          "something found",
          "something could not be judged");

  private Guide() {}

  /// The last lines of the help.
  static String[] footer() {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    EXAMPLES.forEach(
        example -> lines.add("  %-30s %s".formatted(example.command(), example.what())));
    lines.add("");
    lines.add("Exit codes: 0 %s, 1 %s,".formatted(EXIT_CODES.get(0), EXIT_CODES.get(1)));
    lines.add("2 %s.".formatted(EXIT_CODES.get(2)));
    return lines.toArray(String[]::new);
  }
}
