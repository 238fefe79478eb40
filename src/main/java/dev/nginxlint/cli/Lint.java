package dev.nginxlint.cli;

import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Report;
import picocli.CommandLine.ParseResult;

/// `nginx-lint [PATH…]`
final class Lint {
  private Lint() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Choices choices = Choices.of(parsed, output.workingDirectory());
    if (!choices.wrong().isEmpty()) {
      choices.wrong().forEach(output::complain);
      return ExitCode.UNJUDGED;
    }
    Report report = Subject.of(parsed, output).judge(choices.settings(), output).report();
    output
        .out()
        .print(
            switch (Commands.format(parsed)) {
              case TEXT -> TextReport.render(report);
              case JSON -> JsonReport.render(report);
              case SARIF -> SarifReport.render(report, Version.text());
            });
    if (!report.complete()) {
      return ExitCode.UNJUDGED;
    }
    return report.reaches(Commands.failOn(parsed)) ? ExitCode.FOUND : ExitCode.CLEAN;
  }
}
