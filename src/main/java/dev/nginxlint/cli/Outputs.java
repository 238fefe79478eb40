package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The reports that `--output` asks for, besides the one on the standard output.
final class Outputs {
  private Outputs() {}

  /// One more report.
  record Asked(Format format, String file) {}

  /// Writes them, and says which could not be written.
  ///
  /// @return whether all were
  static boolean write(List<Asked> all, Report report, Cli.Output output) {
    boolean written = true;
    for (Asked asked : all) {
      try {
        Path file = output.workingDirectory().resolve(asked.file());
        Files.writeString(file, asked.format().render(report));
      } catch (IOException | InvalidPathException e) {
        output.complain("cannot write " + asked.file() + " (" + e.getClass().getSimpleName() + ")");
        written = false;
      }
    }
    return written;
  }
}
