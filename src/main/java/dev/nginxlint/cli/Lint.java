package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Report;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// `nginx-lint [PATH…]`
final class Lint {
  private Lint() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Subject subject = Subject.of(parsed, output);
    if (subject.sets().isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    List<Report> reports = subject.sets().stream().map(set -> Linter.lint(set).report()).toList();
    Report report = Report.merge(reports);
    output
        .out()
        .print(
            switch (Commands.format(parsed)) {
              case TEXT -> TextReport.render(report);
              case JSON -> JsonReport.render(report);
              case SARIF -> SarifReport.render(report, Version.text());
            });
    if (!subject.seen(output) || !report.broken().isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    return report.reaches(Commands.failOn(parsed)) ? ExitCode.FOUND : ExitCode.CLEAN;
  }
}
