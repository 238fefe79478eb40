package dev.nginxlint.cli;

import dev.nginxlint.report.StackReport;
import dev.nginxlint.rule.Settings;
import picocli.CommandLine.ParseResult;

/// `nginx-lint show [PATH…]`
final class Show {
  private Show() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Subject.Judged judged = Subject.of(parsed, output).judge(Settings.STANDARD, output);
    output
        .out()
        .print(
            Given.summary(parsed)
                ? StackReport.summary(judged.stacks())
                : StackReport.render(judged.stacks(), judged.report()));
    return judged.report().complete() ? ExitCode.CLEAN : ExitCode.UNJUDGED;
  }
}
