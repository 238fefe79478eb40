package dev.nginxlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Linter;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Remedy.Safety;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.CardExamples.Example;
import dev.nginxlint.rules.CardExamples.Kind;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The edit that a finding of a card's "Bad" carries makes a deployment in which nothing is found,
/// and the README lists the rules that have one.
class RemediesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .* \\| (.*) \\|$");

  @Test
  void anEditMendsItsFindingAndTheReadmeKnowsIt() throws IOException {
    Map<String, Set<Safety>> seen = new TreeMap<>();
    for (Rule rule : Rules.ALL) {
      for (Example example : examples(rule)) {
        Finding finding = lint(example.files()).findings().getFirst().finding();
        Optional<Remedy> remedy = finding.remedy();
        remedy.ifPresent(
            edit -> {
              seen.computeIfAbsent(rule.slug(), _ -> EnumSet.noneOf(Safety.class))
                  .add(edit.safety());
              mends(rule.slug(), example.files(), edit);
            });
      }
    }
    Map<String, String> told = told();
    assertEquals(told.keySet(), seen.keySet());
    seen.forEach(
        (slug, safeties) ->
            safeties.forEach(
                safety -> assertTrue(told.get(slug).contains(safety.label()), slug + safety)));
  }

  /// Laid over the file and linted, it leaves nothing to be told and nothing to be mended.
  private static void mends(String slug, Map<String, String> files, Remedy remedy) {
    Map<String, String> mended = new HashMap<>(files);
    mended.put(remedy.edit().at().file().path(), remedy.edit().applied());
    Report after = lint(mended);
    assertEquals(List.of(), after.findings(), slug + "\n" + TextReport.render(after, Ink.PLAIN));
    assertEquals(List.of(), after.problems(), slug);
  }

  private static Report lint(Map<String, String> files) {
    return Linter.lint(SourceSet.of(files)).report();
  }

  private static List<Example> examples(Rule rule) throws IOException {
    String room = rule.getClass().getPackageName();
    Path page = Path.of("rules", room.substring(room.lastIndexOf('.') + 1), rule.slug() + ".md");
    return CardExamples.of(Files.readString(page)).examples().stream()
        .filter(example -> example.kind() == Kind.BAD)
        .toList();
  }

  /// The table of the README: whether it is safe, by rule.
  private static Map<String, String> told() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## What it can mend");
    String section = readme.substring(from, readme.indexOf("\n## ", from + 1));
    return ROW.matcher(section)
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
  }
}
