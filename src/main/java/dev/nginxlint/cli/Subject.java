package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.source.Discovery;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// What a command was asked to look at.
///
/// @param refused what of the paths that were given could not be looked at: sentences for people
record Subject(List<SourceSet> sets, List<String> refused) {
  private static final List<String> COMMANDS =
      List.of(Commands.EXPLAIN, Commands.RULES, Commands.SHOW);

  /// The files at the paths; a path that cannot be judged is refused, and the others remain.
  static Subject of(ParseResult parsed, Cli.Output output) {
    Discovery.Discovered found =
        Discovery.discover(
            Commands.paths(parsed), Commands.root(parsed), output.workingDirectory());
    return new Subject(
        found.sets(),
        found.refusals().stream()
            .map(refusal -> refusal.path() + ": " + refusal.why() + hint(refusal))
            .toList());
  }

  /// What came of judging the files, the paths that were refused included; whatever could not be
  /// looked at is told.
  Judged judge(Settings settings, Cli.Output output) {
    List<Linter.Outcome> outcomes = sets.stream().map(set -> Linter.lint(set, settings)).toList();
    List<Report> reports = new ArrayList<>();
    reports.add(new Report(List.of(), List.of(), refused, 0));
    outcomes.forEach(outcome -> reports.add(outcome.report()));
    Report report = Report.merge(reports);
    report.unseen().forEach(output::complain);
    return new Judged(
        outcomes.stream().flatMap(outcome -> outcome.stacks().stream()).toList(), report);
  }

  /// The deployments, and what is wrong with them.
  record Judged(List<Stack> stacks, Report report) {}

  /// A mistyped command is taken for a path.
  private static String hint(Discovery.Refusal refusal) {
    String given = refusal.path().toString();
    return COMMANDS.stream()
        .filter(command -> Similar.alike(given, command))
        .findFirst()
        .map(command -> "; did you mean the command \"" + command + "\"?")
        .orElse("");
  }
}
