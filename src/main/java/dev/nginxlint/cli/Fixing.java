package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.rule.Remedy.Safety;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/// `nginx-lint --fix`, `--unsafe-fixes` and `--diff`
final class Fixing {
  private Fixing() {}

  /// Mends what would be told, or shows how; whether that could be done.
  static boolean run(ParseResult parsed, Cli.Output output, Settings settings) {
    if (Given.paths(parsed).contains(Path.of("-"))) {
      output.complain("-: what comes on the standard input cannot be fixed");
      return false;
    }
    Subject subject = Subject.of(parsed, settings, output);
    Report whole = judged(subject, settings, Map.of());
    Optional<Report> told = told(parsed, output, whole);
    // What cannot be read may be what an edit breaks; why it cannot is told with the report.
    if (told.isEmpty() || !whole.complete() || !subject.refused().isEmpty()) {
      return told.isPresent();
    }
    return mend(parsed, output, subject, settings, told.get());
  }

  /// What no baseline knows; nothing if that cannot be read.
  private static Optional<Report> told(ParseResult parsed, Cli.Output output, Report whole) {
    Optional<Known> known = Known.of(parsed, output);
    return known.isEmpty()
        ? Optional.of(whole)
        : known.get().read().map(b -> b.applyTo(whole, known.get().path()).report());
  }

  private static boolean mend(
      ParseResult parsed, Cli.Output output, Subject subject, Settings settings, Report told) {
    Path from = output.workingDirectory().toAbsolutePath().normalize();
    Writable writable = new Writable(from, Steering.folder(parsed, from));
    Set<Safety> allowed =
        Given.unsafe(parsed) ? EnumSet.allOf(Safety.class) : EnumSet.of(Safety.SAFE);
    Mending.Mended mended =
        Mending.mend(texts -> judged(subject, settings, texts), told, allowed, writable::allows);
    mended
        .refused()
        .forEach(
            entry ->
                output.complain(
                    "%s: not fixed, what would be edited may not be, or something else would break"
                        .formatted(entry.finding().primary().at())));
    if (Given.diff(parsed)) {
      mended.files().forEach(file -> output.out().print(Patch.of(file)));
      return true;
    }
    boolean written = true;
    for (Mending.Changed file : mended.files()) {
      if (!writable.write(file)) {
        output.complain(file.path() + ": could not be written");
        written = false;
      }
    }
    if (written && mended.mended() > 0) {
      output.complain(
          "fixed %s in %s"
              .formatted(
                  mended.mended(),
                  String.join(", ", mended.files().stream().map(Mending.Changed::path).toList())));
    }
    return written;
  }

  private static Report judged(Subject subject, Settings settings, Map<String, String> texts) {
    List<Report> reports =
        subject.sets().stream()
            .map(set -> Linter.lint(set.edited(texts), settings).report())
            .toList();
    return Report.merge(reports);
  }
}
