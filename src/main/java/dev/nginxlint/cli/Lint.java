package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import java.nio.file.Path;
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
    Optional<Path> roots = Given.rootsFrom(parsed);
    boolean alone =
        Given.paths(parsed).isEmpty() && Given.root(parsed).isEmpty() && !Given.fix(parsed);
    if (roots.isPresent() && !alone) {
      output.complain("--roots-from goes with no path, no --root and no fixes");
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
    return (roots.isPresent()
            ? Fleet.judge(roots.get(), choices.settings(), output)
            : Optional.of(judged(parsed, choices.settings(), output)))
        .map(report -> tell(report, parsed, choices.settings(), output))
        .orElse(ExitCode.UNJUDGED);
  }

  private static Report judged(ParseResult parsed, Settings settings, Cli.Output output) {
    Subject.Judged judged = Subject.of(parsed, settings, output).judge(settings, output);
    if (judged.report().complete() && Choices.covered(parsed, output.workingDirectory())) {
      judged.undialled(settings).forEach(output::complain);
    }
    return judged.report();
  }

  private static int tell(Report whole, ParseResult parsed, Settings settings, Cli.Output output) {
    Optional<Known> known = Known.of(parsed, output);
    Optional<Report> told =
        known.isEmpty() ? Optional.of(whole) : known.get().applyTo(whole, settings);
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
