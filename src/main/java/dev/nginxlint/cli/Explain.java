package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.rules.Rules;
import java.util.List;
import java.util.Optional;

/// `nginx-lint explain SLUG`
final class Explain {
  private Explain() {}

  static int run(String slug, Cli.Output output) {
    Optional<Rule> rule =
        Rules.ALL.stream().filter(candidate -> candidate.slug().equals(slug)).findFirst();
    if (rule.isEmpty()) {
      List<String> slugs = Rules.ALL.stream().map(Rule::slug).toList();
      output.complain(Similar.unknownRule(slug, slugs));
      return ExitCode.UNJUDGED;
    }
    Card card = Card.of(rule.get());
    output
        .out()
        .println(card.slug() + " (" + card.severity().label() + ", " + card.symptom() + ")");
    output.out().println();
    output.out().print(card.text());
    return ExitCode.CLEAN;
  }
}
