package dev.nginxlint.cli;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.rules.Rules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// `nginx-lint explain SLUG` and `nginx-lint explain --log LINE`
final class Explain {
  private Explain() {}

  static int run(ParseResult parsed, Cli.Output output) {
    Optional<String> slug = Given.slug(parsed);
    Optional<String> line = Given.log(parsed);
    if (slug.isPresent() == line.isPresent()) {
      output.complain("explain takes either the name of a rule or --log with a line of a log");
      return ExitCode.UNJUDGED;
    }
    return line.map(text -> LogLine.run(text, output))
        .orElseGet(() -> card(slug.orElseThrow(), output));
  }

  private static int card(String slug, Cli.Output output) {
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
