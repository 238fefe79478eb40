package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rules.Rules;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `nginx-lint rules`
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Lists the rules with their severity and what users see.")
final class RulesCommand implements Callable<Integer> {
  private final Cli.Output output;

  RulesCommand(Cli.Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    List<Card> cards = Rules.ALL.stream().map(Card::of).toList();
    String family = "";
    for (Card card : cards) {
      if (!card.family().equals(family)) {
        family = card.family();
        output.out().println(family);
      }
      output
          .out()
          .printf(
              "  %-26s %-8s %-12s %s%n",
              card.slug(), card.severity().label(), card.symptom(), card.title());
    }
    return ExitCode.CLEAN;
  }
}
