package dev.nginxlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nginxlint.Deployments;
import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What GitHub's runner makes of a log with findings by `problem-matcher.json`.
class ProblemMatcherTest {
  private static Report report;
  private static List<Map<String, Object>> matchers;

  /// What an annotation shows.
  private record Annotation(String file, int line, int column, String severity, String code)
      implements Comparable<Annotation> {
    @Override
    public int compareTo(Annotation other) {
      return toString().compareTo(other.toString());
    }
  }

  @BeforeAll
  static void lint() throws IOException {
    Path deployment = Path.of("testdata/formats/deployment");
    report = Linter.lint(SourceSet.of(Deployments.texts(deployment))).report();
    Map<String, List<Map<String, Object>>> file =
        new Yaml().load(Files.readString(Path.of("problem-matcher.json")));
    matchers = file.get("problemMatcher");
  }

  @Test
  void everyNoticeIsAnAnnotation() {
    List<Annotation> expected =
        Notice.all(report).stream().map(ProblemMatcherTest::annotation).sorted().toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, annotations(OnelineReport.render(report)).stream().sorted().toList());
  }

  @Test
  void theTextForPeopleTellsAllButProblems() {
    List<Annotation> expected =
        Notice.all(report).stream()
            .filter(notice -> !List.of(Notice.PROBLEM, Notice.NOT_JUDGED).contains(notice.name()))
            .map(ProblemMatcherTest::annotation)
            .toList();
    assertEquals(expected, annotations(TextReport.render(report, Ink.PLAIN)));
  }

  private static Annotation annotation(Notice notice) {
    return new Annotation(
        notice.at().file().path(),
        notice.at().from().line(),
        notice.at().from().column(),
        notice.severity() == Severity.INFO ? "notice" : notice.severity().label(),
        notice.name());
  }

  private static List<Annotation> annotations(String text) {
    List<Annotation> found = new ArrayList<>();
    for (String line : text.lines().toList()) {
      for (Map<String, Object> matcher : matchers) {
        Map<String, Object> pattern = pattern(matcher);
        Matcher match = Pattern.compile((String) pattern.get("regexp")).matcher(line);
        if (match.find()) {
          found.add(
              new Annotation(
                  group(match, pattern, "file"),
                  Integer.parseInt(group(match, pattern, "line")),
                  Integer.parseInt(group(match, pattern, "column")),
                  pattern.containsKey("severity")
                      ? group(match, pattern, "severity")
                      : (String) matcher.get("severity"),
                  group(match, pattern, "code")));
        }
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> pattern(Map<String, Object> matcher) {
    return ((List<Map<String, Object>>) matcher.get("pattern")).getFirst();
  }

  private static String group(Matcher match, Map<String, Object> pattern, String name) {
    return match.group((int) pattern.get(name));
  }
}
