package dev.nginxlint;

import dev.nginxlint.link.Linker;
import dev.nginxlint.lower.Lowering;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The linter itself: files in, report out, and nothing else in or out.
public final class Linter {
  private Linter() {}

  /// What came of judging some files: the deployments they describe, and what is wrong with them.
  public record Outcome(List<Stack> stacks, Report report) {}

  /// Judges the deployments that some files describe.
  public static Outcome lint(SourceSet files) {
    Lowering.Lowered lowered = Lowering.lower(files);
    List<Stack> stacks = Linker.link(lowered.parts());
    List<Report.Entry> entries = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      check(rule, stacks, entries);
    }
    Collections.sort(entries);
    List<Problem> problems = lowered.problems().stream().sorted().toList();
    return new Outcome(stacks, new Report(entries, problems, files.errors(), lowered.files()));
  }

  /// A file may belong to several stacks, and a fault in it is told once.
  private static void check(Rule rule, List<Stack> stacks, List<Report.Entry> entries) {
    record Fault(Span at, String message) {}
    Set<Fault> told = new HashSet<>();
    Map<String, Card> cards = new HashMap<>();
    for (Stack stack : stacks) {
      for (Finding finding : rule.check(stack)) {
        if (told.add(new Fault(finding.primary().at(), finding.message()))) {
          Card card = cards.computeIfAbsent(rule.slug(), _ -> Card.of(rule));
          Severity severity = card.severity();
          entries.add(
              new Report.Entry(card, finding.likely() ? severity.milder() : severity, finding));
        }
      }
    }
  }
}
