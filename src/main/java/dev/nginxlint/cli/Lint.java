package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import java.util.Optional;
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
    if (Given.unsafe(parsed) && !Given.fix(parsed)) {
      output.complain("--unsafe-fixes goes with --fix or --diff");
      return ExitCode.UNJUDGED;
    }
    boolean fixed = !Given.fix(parsed) || Fixing.run(parsed, output, choices.settings());
    if (!fixed) {
      return ExitCode.UNJUDGED;
    }
    Subject.Judged judged = Subject.of(parsed, output).judge(choices.settings(), output);
    Report whole = judged.report();
    if (whole.complete() && Choices.covered(parsed, output.workingDirectory())) {
      judged.undialled(choices.settings()).forEach(output::complain);
    }
    Optional<Known> known = Known.of(parsed, output);
    Optional<Report> told =
        known.isEmpty() ? Optional.of(whole) : known.get().applyTo(whole, choices.settings());
    if (told.isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    Report report = told.get();
    if (!Given.diff(parsed)) {
      output.out().print(Given.format(parsed).render(report, Given.ink(parsed, output)));
    }
    boolean written = Outputs.write(Given.outputs(parsed), report, output);
    if (!report.complete() || !written) {
      return ExitCode.UNJUDGED;
    }
    return report.reaches(Given.failOn(parsed)) ? ExitCode.FOUND : ExitCode.CLEAN;
  }
}
