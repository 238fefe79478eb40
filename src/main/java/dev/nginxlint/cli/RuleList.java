package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.Rules;

/// `nginx-lint rules`
final class RuleList {
  private RuleList() {}

  static int run(Cli.Output output) {
    int width = Rules.ALL.stream().mapToInt(rule -> rule.slug().length()).max().orElse(1);
    String line = "  %-" + width + "s %-8s %-9s %s%n";
    String family = "";
    for (Rule rule : Rules.ALL) {
      Card card = Card.of(rule);
      if (!card.family().equals(family)) {
        family = card.family();
        output.out().println(family);
      }
      output.out().printf(line, card.slug(), card.severity().label(), card.symptom(), card.title());
    }
    return ExitCode.CLEAN;
  }
}
