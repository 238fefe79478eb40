package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.StackReport;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What must not change the findings does not.
class MetamorphosisTest {
  @Test
  void theOrderOfTheFilesIsNothing() throws IOException {
    for (Map<String, String> files : Deployments.all()) {
      List<String> paths = new ArrayList<>(files.keySet());
      Collections.shuffle(paths, new Random(1));
      Map<String, String> shuffled = new LinkedHashMap<>();
      paths.forEach(path -> shuffled.put(path, files.get(path)));
      assertEquals(rendered(files), rendered(shuffled));
    }
  }

  @Test
  void aCommentAboveMovesTheLinesOnly() throws IOException {
    for (Map<String, String> files : Deployments.all()) {
      Map<String, String> moved = new TreeMap<>(files);
      moved.replaceAll((path, text) -> isCode(path, text) ? text : "# a comment\n" + text);
      assertEquals(essence(files, ""), essence(moved, ""));
    }
  }

  @Test
  void aDeploymentBesideAddsNothing() throws IOException {
    List<Map<String, String>> repositories =
        Deployments.all().stream().filter(MetamorphosisTest::isRepository).toList();
    assertTrue(repositories.size() > 5);
    for (int i = 0; i < repositories.size(); i++) {
      Map<String, String> other = repositories.get((i + 1) % repositories.size());
      Map<String, String> one = beneath("one/", repositories.get(i));
      Map<String, String> both = new TreeMap<>(one);
      both.putAll(beneath("two/", other));
      assertEquals(essence(one, "one/"), essence(both, "one/"));
    }
  }

  /// The first lines of these say how to read them.
  private static boolean isCode(String path, String text) {
    return text.startsWith("#!") || path.endsWith(".json") || path.contains("etc/passwd");
  }

  private static boolean isRepository(Map<String, String> files) {
    return files.keySet().stream().noneMatch(path -> path.startsWith("etc/"));
  }

  private static Map<String, String> beneath(String folder, Map<String, String> files) {
    Map<String, String> moved = new TreeMap<>();
    files.forEach((path, text) -> moved.put(folder + path, text));
    return moved;
  }

  private static String rendered(Map<String, String> files) {
    Linter.Outcome outcome = Linter.lint(SourceSet.of(files));
    return JsonReport.render(outcome.report())
        + StackReport.render(outcome.stacks(), outcome.report());
  }

  /// The findings in the files of a folder, without their lines.
  private static List<String> essence(Map<String, String> files, String folder) {
    Report report = Linter.lint(SourceSet.of(files)).report();
    return report.findings().stream()
        .filter(entry -> entry.finding().primary().at().file().path().startsWith(folder))
        .map(
            entry ->
                entry.card().slug()
                    + " "
                    + entry.severity()
                    + " "
                    + entry.finding().primary().at().text()
                    + " "
                    + entry.finding().message())
        .sorted()
        .toList();
  }
}
