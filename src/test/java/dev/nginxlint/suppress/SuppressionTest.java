package dev.nginxlint.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a comment ignores: in each case the fault of rule `down` is where `HERE` stands.
class SuppressionTest {
  private static final Set<String> KNOWN = Set.of("down", "slow");

  @TestFactory
  Stream<DynamicTest> ignored() {
    return Map.of(
            "nginx.conf", "  listen 80; # nginx-lint: ignore[down] it moves\nHERE;",
            "above.conf", "# nginx-lint: ignore[down] it moves\n  proxy_pass HERE;",
            "app.service", "# nginx-lint: ignore[down] it moves\nExecStart=HERE",
            "compose.yaml", "ports:\n  - HERE # nginx-lint: ignore[down] it moves\n",
            "uwsgi.ini", "; nginx-lint: ignore[slow, down] it moves\nhttp = HERE",
            "Dockerfile", "# nginx-lint: ignore[down,slow] it moves\nCMD [\"HERE\"]",
            ".env", "# nginx-lint: ignore[down] it moves\nPORT=HERE",
            "puma.rb", "port HERE # nginx-lint: ignore[down] it moves",
            "server.js", "// nginx-lint: ignore[down] it moves\nlisten(HERE)",
            "crlf.conf", "# nginx-lint: ignore[down] it moves\r\n# so they say\r\npass HERE;\r\n")
        .entrySet()
        .stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> covered(file)));
  }

  private static void covered(Map.Entry<String, String> file) {
    // The first of them stands on the line before, behind another setting.
    int expected = file.getKey().equals("nginx.conf") ? 0 : 1;
    Suppression suppression = suppress(file.getKey(), file.getValue());
    assertEquals(List.of(), suppression.problems());
    assertEquals(expected, suppression.ignored());
    assertEquals(1 - expected, suppression.kept().size());
  }

  @Test
  void eitherEndCounts() {
    SourceFile nginx = new SourceFile("nginx.conf", "proxy_pass http://app;\n");
    SourceFile unit = new SourceFile("a.service", "# nginx-lint: ignore[down] x\nExecStart=a");
    Report.Entry both = entry(nginx.span(0, 5), unit.span(29, 34));
    assertEquals(1, Suppression.of(List.of(both), List.of(nginx, unit), () -> KNOWN).ignored());
  }

  @Test
  void theFirstLineSpeaksForTheWholeFileToo() {
    SourceFile file = new SourceFile("a.service", "# nginx-lint: ignore[down] x\n[Service]\n");
    Report.Entry whole = entry(file.span(), file.span());
    assertEquals(1, Suppression.of(List.of(whole), List.of(file), () -> KNOWN).ignored());
  }

  @TestFactory
  Stream<DynamicTest> noIgnore() {
    return Stream.of(
            "# nginx-lint:ignore[down] another tool's\nHERE",
            "# nginx-lint: ignore down it moves\nHERE",
            "# write # nginx-lint: ignore[down] why\nHERE",
            "x#nginx-lint: ignore[down] no comment\nHERE",
            "# nginx-lint: ignore[down] it moves\n\nHERE")
        .map(
            text ->
                DynamicTest.dynamicTest(text.lines().findFirst().orElseThrow(), () -> told(text)));
  }

  private static void told(String text) {
    Suppression suppression = suppress("nginx.conf", text);
    assertEquals(0, suppression.ignored());
    assertEquals(List.of(), suppression.problems());
  }

  @Test
  void whatIsUnusedIsNamed() {
    Suppression suppression =
        suppress("nginx.conf", "HERE # nginx-lint: ignore[slow, down] it moves");
    assertEquals(List.of("slow"), suppression.unused().stream().map(Sourced::value).toList());
    assertEquals("nginx.conf:1:27", suppression.unused().getFirst().at().toString());
  }

  @Test
  void wrongOnesAreProblems() {
    assertEquals(
        List.of(
            "nginx.conf:1:6: an ignore says why: nginx-lint: ignore[down] the reason",
            "nginx.conf:2:24: there is no rule dwon; did you mean down?",
            "nginx.conf:3:22: there is no rule without a name; nginx-lint rules lists them"),
        problems(
            "nginx.conf",
            """
            HERE # nginx-lint: ignore[down] –
              # nginx-lint: ignore[dwon] it moves
            # nginx-lint: ignore[] it moves
            """));
    assertEquals(
        List.of(
            "etc/app.service.d/x.conf:1:16: systemd knows no comments behind a setting; write it"
                + " on the line above"),
        problems("etc/app.service.d/x.conf", "ExecStart=HERE # nginx-lint: ignore[down] x"));
  }

  private static List<String> problems(String path, String text) {
    Suppression suppression = suppress(path, text);
    assertEquals(0, suppression.ignored());
    return suppression.problems().stream().map(SuppressionTest::shown).toList();
  }

  private static String shown(Problem problem) {
    return problem.at() + ": " + problem.message();
  }

  private static Suppression suppress(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    int here = text.indexOf("HERE");
    Span at = file.span(here, here + 4);
    return Suppression.of(List.of(entry(at, at)), List.of(file), () -> KNOWN);
  }

  private static Report.Entry entry(Span primary, Span related) {
    Card card = new Card("down", "connect", "it is down", Map.of(), "");
    return new Report.Entry(
        card, Severity.ERROR, Finding.at(primary, "this end", "down").and(related, "that end"));
  }
}
