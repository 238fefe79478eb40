package dev.nginxlint.cli;

import dev.nginxlint.rule.Report;
import dev.nginxlint.suppress.Baseline;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// `nginx-lint baseline write|prune [PATH…]`
final class BaselineCommand {
  /// What can be done with a baseline.
  enum Action {
    WRITE,
    PRUNE
  }

  private BaselineCommand() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Choices choices = Choices.of(parsed, output.workingDirectory());
    choices.wrong().forEach(output::complain);
    if (!choices.wrong().isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    Report report =
        Subject.of(parsed, choices.settings(), output).judge(choices.settings(), output).report();
    Known file = Known.of(parsed, output).orElseGet(() -> Known.fresh(parsed, output));
    boolean done =
        switch (Given.action(parsed)) {
          case WRITE -> write(report, file, output);
          case PRUNE -> prune(report, file, output);
        };
    return done && report.complete() ? ExitCode.CLEAN : ExitCode.UNJUDGED;
  }

  private static boolean write(Report report, Known file, Cli.Output output) {
    Baseline baseline = Baseline.of(report, file.path());
    boolean written = file.write(baseline);
    if (written) {
      output.out().println(count(baseline.entries().size()) + " written to " + file.shown() + ".");
    }
    return written;
  }

  /// What was not judged is not found either, and stays.
  private static boolean prune(Report report, Known file, Cli.Output output) {
    if (!file.covered() || !report.complete()) {
      output.complain("not pruned: not all of what " + file.shown() + " speaks of was judged");
      return false;
    }
    Optional<Baseline> known = file.read();
    if (known.isEmpty()) {
      return false;
    }
    List<Baseline.Entry> stale = known.get().applyTo(report, file.path()).stale();
    if (!stale.isEmpty() && !file.write(known.get().without(stale))) {
      return false;
    }
    int left = known.get().entries().size() - stale.size();
    output
        .out()
        .println("%s taken out of %s, %s left.".formatted(count(stale.size()), file.shown(), left));
    return true;
  }

  private static String count(int findings) {
    return findings == 1 ? "1 finding" : findings + " findings";
  }
}
