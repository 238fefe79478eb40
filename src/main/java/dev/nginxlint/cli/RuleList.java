package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.Rules;

/// `nginx-lint rules`
final class RuleList {
  private RuleList() {}

  static int run(Cli.Output output) {
    String family = "";
    for (Rule rule : Rules.ALL) {
      Card card = Card.of(rule);
      if (!card.family().equals(family)) {
        family = card.family();
        output.out().println(family);
      }
      output
          .out()
          .printf(
              "  %-26s %-8s %-9s %s%n",
              card.slug(), card.severity().label(), card.symptom(), card.title());
    }
    return ExitCode.CLEAN;
  }
}
