package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.Rules;
import java.util.List;

/// `nginx-lint rules`
final class RuleList {
  private static final int WIDTH =
      Rules.ALL.stream().mapToInt(rule -> rule.slug().length()).max().orElse(1);

  private RuleList() {}

  /// A rule with what users see of its fault.
  record Row(Card card, String symptom) {}

  static int run(Cli.Output output) {
    String family = "";
    for (Rule rule : Rules.ALL) {
      Card card = Card.of(rule);
      if (!card.family().equals(family)) {
        family = card.family();
        output.out().println(family);
      }
      print(List.of(new Row(card, card.symptom())), output);
    }
    return ExitCode.CLEAN;
  }

  /// One line for each rule: its slug, its severity, what users see, its title.
  static void print(List<Row> rows, Cli.Output output) {
    String line = "  %-" + WIDTH + "s %-8s %-9s %s%n";
    for (Row row : rows) {
      Card card = row.card();
      output.out().printf(line, card.slug(), card.severity().label(), row.symptom(), card.title());
    }
  }
}
