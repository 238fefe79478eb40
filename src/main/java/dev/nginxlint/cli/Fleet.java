package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Snapshots of many hosts. Each is judged by itself and then forgotten, so that of memory many
/// need no more than a few.
final class Fleet {
  private static final Path STDIN = Path.of("-");

  private Fleet() {}

  /// What comes of the hosts whose roots a file lists, in the order of its lines; empty if the list
  /// cannot be read.
  static Optional<Report> judge(Path list, Settings settings, Cli.Output output) {
    Report report;
    try {
      report =
          Report.merge(
              lines(list, output).parallelStream()
                  .map(root -> host(root, settings, output.workingDirectory()))
                  .toList());
    } catch (IOException | UncheckedIOException _) {
      output.complain(list + ": cannot be read");
      return Optional.empty();
    }
    report.unseen().forEach(output::complain);
    return Optional.of(report);
  }

  private static List<String> lines(Path list, Cli.Output output) throws IOException {
    try (BufferedReader reader =
        list.equals(STDIN)
            ? new BufferedReader(new InputStreamReader(output.in(), StandardCharsets.UTF_8))
            : Files.newBufferedReader(output.workingDirectory().resolve(list))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  private static Report host(String root, Settings settings, Path workingDirectory) {
    try {
      return Subject.host(Path.of(root), settings, workingDirectory).judge(settings).report();
    } catch (InvalidPathException _) {
      return new Report(List.of(), List.of(), List.of(root + ": not a path"), 0);
    }
  }
}
