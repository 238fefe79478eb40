package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.LogClaim;
import dev.nginxlint.rules.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// `nginx-lint explain --log LINE`
final class LogLine {
  private LogLine() {}

  /// A rule that knows the line, by the claim of it that says the most.
  private record Match(Card card, LogClaim claim) {}

  static int run(String line, Cli.Output output) {
    List<Match> matches = matches(line);
    return matches.isEmpty()
        ? LogMeaning.of(line).map(meaning -> mean(meaning, output)).orElseGet(() -> none(output))
        : lead(
            matches.stream()
                .map(match -> new RuleList.Row(match.card(), match.claim().symptom()))
                .toList(),
            output);
  }

  private static int lead(List<RuleList.Row> rows, Cli.Output output) {
    output.out().println("What may be behind it:");
    RuleList.print(rows, output);
    output.out().println("More: nginx-lint explain " + rows.getFirst().card().slug());
    return ExitCode.CLEAN;
  }

  private static int mean(LogMeaning meaning, Cli.Output output) {
    output.out().println(meaning.meaning() + ".");
    List<RuleList.Row> rows =
        Rules.ALL.stream()
            .filter(rule -> meaning.slugs().contains(rule.slug()))
            .map(Card::of)
            .map(card -> new RuleList.Row(card, card.symptom()))
            .toList();
    return rows.isEmpty() ? ExitCode.CLEAN : lead(rows, output);
  }

  private static int none(Cli.Output output) {
    output.complain(
        "no rule is known to leave this line in a log; nginx-lint rules lists what there is");
    return ExitCode.UNJUDGED;
  }

  private static List<Match> matches(String line) {
    List<Match> whole = matches(claim -> claim.isIn(line));
    return whole.isEmpty() ? matches(claim -> claim.holds(line)) : whole;
  }

  private static List<Match> matches(Predicate<LogClaim> fits) {
    Comparator<LogClaim> telling = Comparator.comparingInt(claim -> claim.shape().length());
    List<Match> matches = new ArrayList<>();
    Rules.ALL.stream()
        .map(Card::of)
        .forEach(
            card ->
                LogClaim.of(card).reversed().stream()
                    .filter(fits)
                    .max(telling)
                    .ifPresent(claim -> matches.add(new Match(card, claim))));
    matches.sort(
        Comparator.comparing(Match::claim, telling.reversed())
            .thenComparing(match -> match.card().severity()));
    return matches;
  }
}
