package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.report.StackReport;
import dev.nginxlint.source.SourceSet;
import picocli.CommandLine.ParseResult;

/// `nginx-lint show [PATH…]`
final class Show {
  private Show() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Subject subject = Subject.of(parsed, output);
    for (SourceSet set : subject.sets()) {
      output.out().print(StackReport.render(Linter.lint(set).stacks()));
    }
    return subject.seen(output) ? ExitCode.CLEAN : ExitCode.UNJUDGED;
  }
}
