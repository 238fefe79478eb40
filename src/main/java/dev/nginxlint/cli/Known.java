package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.suppress.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ParseResult;

/// The file with the baseline that a run goes by.
record Known(ParseResult parsed, Cli.Output output, Path from, Path file) {
  private static final String NAME = ".nginx-lint-baseline";

  /// The file that was named, or else the nearest; nothing if there is none.
  static Optional<Known> of(ParseResult parsed, Cli.Output output) {
    Path from = output.workingDirectory().toAbsolutePath().normalize();
    return Given.baseline(parsed)
        .map(path -> from.resolve(path).normalize())
        .or(() -> Given.isolated(parsed) ? Optional.empty() : Steering.nearest(parsed, from, NAME))
        .map(file -> new Known(parsed, output, from, file));
  }

  /// The file that is to be written where there is none.
  static Known fresh(ParseResult parsed, Cli.Output output) {
    Path from = output.workingDirectory().toAbsolutePath().normalize();
    return new Known(parsed, output, from, Steering.folder(parsed, from).resolve(NAME));
  }

  /// What it is called.
  String shown() {
    return Steering.shown(file, from);
  }

  /// What it holds; nothing, which is told, if it cannot be read.
  Optional<Baseline> read() {
    try {
      Parsed<Baseline> baseline = Baseline.read(new SourceFile(shown(), Files.readString(file)));
      baseline.problems().forEach(p -> output.complain(p.at() + ": " + p.message()));
      return baseline.problems().isEmpty() ? Optional.of(baseline.tree()) : Optional.empty();
    } catch (IOException e) {
      output.complain("cannot read " + shown() + " (" + e.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
  }

  /// Takes what it has out of a report; nothing, which is told, if it cannot be read.
  Optional<Report> applyTo(Report report, Settings settings) {
    Optional<Baseline.Applied> applied = read().map(known -> known.applyTo(report, path()));
    applied
        .filter(_ -> report.complete() && covered())
        .map(found -> found.stale().stream().filter(e -> settings.asks(e.slug())).toList())
        .filter(stale -> !stale.isEmpty())
        .ifPresent(this::stale);
    return applied.map(Baseline.Applied::report);
  }

  private void stale(List<Baseline.Entry> stale) {
    output.complain(
        "%s in %s no longer found, which nginx-lint baseline prune takes out: %s (%s)"
            .formatted(stale.size(), shown(), stale.getFirst().text(), stale.getFirst().slug()));
  }

  /// Whether all of what it speaks of is judged.
  boolean covered() {
    return Steering.covers(parsed, from, file.resolveSibling(""));
  }

  /// What it calls a file: by the path from where it lies itself, wherever the linter is started.
  UnaryOperator<String> path() {
    String folder = Steering.slashes(file.resolveSibling(""));
    String start = Steering.slashes(from);
    return name -> {
      String path = Paths.resolve(start, name);
      return Paths.within(folder, path) ? Paths.relative(folder, path) : path;
    };
  }

  /// Writes it.
  boolean write(Baseline baseline) {
    try {
      Files.writeString(file, baseline.text());
      return true;
    } catch (IOException e) {
      output.complain("cannot write " + shown() + " (" + e.getClass().getSimpleName() + ")");
      return false;
    }
  }
}
