package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nginx-lint [PATH…]`
@Command(
    name = "nginx-lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads nginx configs, systemd units, compose files and what they lean on as one deployment,",
      "and says what would answer 502, 504 or 413 after the reload."
    },
    footer = {
      "",
      "Exit codes: 0 nothing found at or above the threshold, 1 something found, 2 could not judge."
    })
final class LintCommand implements Callable<Integer> {
  /// The formats of a report.
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  private final Cli.Output output;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Files and folders to judge, the working directory if none is given.",
        "A folder that holds etc/nginx is the root of a host; /etc/nginx means this machine."
      })
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--root", paramLabel = "DIR", description = "Take DIR for / of a host.")
  private Optional<Path> root = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or sarif; default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from error, warning or info on; default: ${DEFAULT-VALUE}.")
  private Severity failOn = Severity.WARNING;

  LintCommand(Cli.Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Subject subject = Subject.of(paths, root, output);
    List<Report> reports = subject.sets().stream().map(set -> Linter.lint(set).report()).toList();
    Report report = Report.merge(reports);
    output.out().print(render(report));
    boolean judged = subject.complete() && report.broken().isEmpty();
    if (!judged) {
      return ExitCode.UNJUDGED;
    }
    return report.reaches(failOn) ? ExitCode.FOUND : ExitCode.CLEAN;
  }

  private String render(Report report) {
    return switch (format) {
      case TEXT -> TextReport.render(report);
      case JSON -> JsonReport.render(report);
      case SARIF -> SarifReport.render(report, Version.text());
    };
  }
}
