package dev.nginxlint;

import dev.nginxlint.link.Linker;
import dev.nginxlint.lower.Lowering;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.rules.suppress.UnusedIgnore;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.suppress.Suppression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The linter itself: files in, report out, and nothing else in or out.
public final class Linter {
  private static final Rule UNUSED = new UnusedIgnore();

  private Linter() {}

  /// What came of judging some files: the deployments they describe, and what is wrong with them.
  public record Outcome(List<Stack> stacks, Report report) {}

  /// Judges the deployments that some files describe, as nobody asked to have them judged
  /// otherwise.
  public static Outcome lint(SourceSet files) {
    return lint(files, Settings.STANDARD);
  }

  /// Judges the deployments that some files describe.
  public static Outcome lint(SourceSet files, Settings settings) {
    Lowering.Lowered lowered = Lowering.lower(files, settings.versions(), settings.stacks());
    List<Stack> stacks = Linker.link(lowered.parts(), lowered.stacks(), settings.externals());
    List<Rule> asked = settings.asked(Rules.ALL);
    List<Report.Entry> found =
        Parallel.map(asked, rule -> check(rule, stacks, settings)).stream()
            .flatMap(List::stream)
            .toList();
    Suppression suppression = suppress(found, lowered.read(), settings);
    List<Report.Entry> told = new ArrayList<>(suppression.kept());
    told.removeIf(entry -> settings.pardons(entry.card(), entry.finding()));
    int ignored = found.size() - told.size();
    List<Problem> problems =
        Stream.concat(lowered.problems().stream(), suppression.problems().stream())
            .sorted()
            .toList();
    // What could not be judged may be what an ignore is there for.
    if (problems.stream().noneMatch(problem -> problem.kind() == Problem.Kind.BROKEN)) {
      told.addAll(unused(suppression, settings));
    }
    Collections.sort(told);
    int read = lowered.read().size();
    return new Outcome(stacks, new Report(told, problems, files.errors(), read, ignored, 0));
  }

  private static List<Report.Entry> unused(Suppression suppression, Settings settings) {
    if (suppression.unused().isEmpty()) {
      return List.of();
    }
    Card card = Card.of(UNUSED);
    List<Report.Entry> unused = new ArrayList<>();
    for (Sourced<String> slug : suppression.unused()) {
      Finding finding = UnusedIgnore.finding(slug);
      if (settings.asks(slug.value()) && !settings.pardons(card, finding)) {
        settings
            .severity(card, finding)
            .ifPresent(severity -> unused.add(new Report.Entry(card, severity, finding)));
      }
    }
    return unused;
  }

  private static Suppression suppress(
      List<Report.Entry> entries, List<SourceFile> read, Settings settings) {
    return switch (settings.inline()) {
      case HONOURED -> Suppression.of(entries, read, Rules::slugs);
      case DISREGARDED -> new Suppression(entries, 0, List.of(), List.of());
    };
  }

  /// A file may belong to several stacks, and a fault in it is told once.
  private static List<Report.Entry> check(Rule rule, List<Stack> stacks, Settings settings) {
    record Fault(Span at, String message) {}
    Set<Fault> told = new HashSet<>();
    Map<String, Card> cards = new HashMap<>();
    List<Report.Entry> entries = new ArrayList<>();
    for (Stack stack : stacks) {
      for (Finding finding : rule.check(stack)) {
        if (told.add(new Fault(finding.primary().at(), finding.message()))) {
          Card card = cards.computeIfAbsent(rule.slug(), _ -> Card.of(rule));
          settings
              .severity(card, finding)
              .ifPresent(severity -> entries.add(new Report.Entry(card, severity, finding)));
        }
      }
    }
    return entries;
  }
}
