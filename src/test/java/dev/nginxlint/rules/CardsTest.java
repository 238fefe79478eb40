package dev.nginxlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Linter;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.CardExamples.Example;
import dev.nginxlint.rules.CardExamples.Kind;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every card is true: its bad example has the one finding it shows, the others have none.
///
/// `mvn test -Dtest=CardsTest -Dupdate` writes what is found into the `expect` blocks.
class CardsTest {
  private static final Path CARDS = Path.of("rules");
  private static final boolean UPDATE = System.getProperty("update") != null;

  @Test
  void everyRuleHasACardAndEveryCardARule() throws IOException {
    Set<String> cards = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CARDS)) {
      files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
          .forEach(file -> cards.add(CARDS.relativize(file).toString().replace('\\', '/')));
    }
    Set<String> rules = new TreeSet<>();
    Rules.ALL.forEach(rule -> rules.add(page(rule)));
    assertEquals(cards, rules);
  }

  @TestFactory
  List<DynamicTest> cards() {
    return Rules.ALL.stream()
        .map(rule -> DynamicTest.dynamicTest(rule.slug(), () -> check(rule)))
        .toList();
  }

  private static void check(Rule rule) throws IOException {
    Path file = CARDS.resolve(page(rule));
    String page = Files.readString(file);
    Card card = Card.parse(rule.getClass().getPackageName(), rule.slug(), page);
    assertFalse(card.symptom().isEmpty());
    List<Example> examples = CardExamples.of(page).examples();
    assertTrue(examples.stream().anyMatch(example -> example.kind() == Kind.BAD), "Bad");
    assertTrue(examples.stream().anyMatch(example -> example.kind() == Kind.GOOD), "Good");
    if (UPDATE) {
      page = updated(page, examples);
      Files.writeString(file, page);
    }
    for (Example example : CardExamples.of(page).examples()) {
      Report report = Linter.lint(SourceSet.of(example.files())).report();
      String text = TextReport.render(report, Ink.PLAIN);
      assertEquals(List.of(), report.problems(), text);
      if (example.kind() == Kind.BAD) {
        assertEquals(List.of(rule.slug()), slugs(report), text);
        assertEquals(example.expected(), finding(report), text);
      } else {
        assertEquals(List.of(), slugs(report), example.kind() + "\n" + text);
      }
    }
  }

  private static String updated(String page, List<Example> examples) {
    List<String> lines = new ArrayList<>(page.lines().toList());
    for (Example example : examples.reversed()) {
      if (example.kind() == Kind.BAD) {
        int end = example.line();
        while (!lines.get(end).equals("```")) {
          end++;
        }
        lines.subList(example.line(), end).clear();
        Report report = Linter.lint(SourceSet.of(example.files())).report();
        lines.addAll(example.line(), finding(report).lines().toList());
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String page(Rule rule) {
    String room = rule.getClass().getPackageName();
    return room.substring(room.lastIndexOf('.') + 1) + "/" + rule.slug() + ".md";
  }

  private static List<String> slugs(Report report) {
    return report.findings().stream().map(entry -> entry.card().slug()).toList();
  }

  /// The report without the empty line and the counts at its end.
  private static String finding(Report report) {
    String text = TextReport.render(report, Ink.PLAIN);
    int end = text.lastIndexOf("\n\n");
    return end < 0 ? "" : text.substring(0, end + 1);
  }
}
