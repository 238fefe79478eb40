package dev.nginxlint.cli;

import dev.nginxlint.report.StackReport;
import picocli.CommandLine.ParseResult;

/// `nginx-lint show [PATH…]`
final class Show {
  private Show() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Choices choices = Choices.of(parsed, output.workingDirectory());
    choices.wrong().forEach(output::complain);
    if (!choices.wrong().isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    Subject.Judged judged =
        Subject.of(parsed, choices.settings(), output).judge(choices.settings(), output);
    output
        .out()
        .print(
            Given.summary(parsed)
                ? StackReport.summary(judged.stacks())
                : StackReport.render(judged.stacks(), judged.report()));
    return judged.report().complete() ? ExitCode.CLEAN : ExitCode.UNJUDGED;
  }
}
