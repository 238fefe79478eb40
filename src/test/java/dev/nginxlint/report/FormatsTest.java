package dev.nginxlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nginxlint.Approved;
import dev.nginxlint.Deployments;
import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// One report in every format: both ends of several findings, a problem of each kind, names with
/// blanks, letters of other alphabets and control characters.
class FormatsTest {
  private static final Path APPROVED = Path.of("testdata/formats");
  private static final Path JSON =
      Path.of("src/main/resources/dev/nginxlint/report/report.schema.json");

  private static Linter.Outcome outcome;
  private static Report report;

  @BeforeAll
  static void lint() throws IOException {
    Map<String, String> texts = Deployments.texts(APPROVED.resolve("deployment"));
    // No version control carries such a name to every system.
    texts.put("a\u001B[31m:b\n/\u202Enginx.conf", "server {\n    listen \u001B[2J80\n");
    outcome = Linter.lint(SourceSet.of(texts));
    Report judged = outcome.report();
    List<String> unseen = List.of("c\u001B[0m d: permission denied");
    report = new Report(judged.findings(), judged.problems(), unseen, judged.files());
  }

  @Test
  void text() {
    approve("report.txt", TextReport.render(report, Ink.PLAIN));
  }

  @Test
  void json() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(JSON));
    String json = JsonReport.render(report);
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
    for (Map<String, String> texts : Deployments.all()) {
      String one = JsonReport.render(Linter.lint(SourceSet.of(texts)).report());
      assertEquals(List.of(), schema.validate(one, InputFormat.JSON), one);
    }
    approve("report.json", json);
  }

  @Test
  void oneline() {
    String lines = OnelineReport.render(report);
    assertEquals(report.findings().size() + report.problems().size(), lines.lines().count());
    approve("report.oneline.txt", lines);
  }

  /// Every line is a command, whatever stands in the names of files.
  @Test
  void github() {
    String commands = GithubReport.render(report);
    Pattern command = Pattern.compile("::(error|warning|notice) [^:\n]*::[^\r\n]+");
    assertTrue(commands.lines().allMatch(line -> command.matcher(line).matches()), commands);
    approve("report.github.txt", commands);
  }

  /// GitLab drops what lacks one of these fields, and all but the first of one fingerprint.
  @Test
  void gitlab() throws IOException {
    String json = GitlabReport.render(report);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                """
                {
                  "type": "array",
                  "items": {
                    "required": ["description", "check_name", "fingerprint", "severity", "location"],
                    "properties": {
                      "description": {"type": "string", "minLength": 1},
                      "check_name": {"type": "string", "minLength": 1},
                      "fingerprint": {"type": "string", "minLength": 1},
                      "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                      "location": {
                        "required": ["path", "lines"],
                        "properties": {
                          "path": {"type": "string", "pattern": "^[^/.]"},
                          "lines": {
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}}
                          }
                        }
                      }
                    }
                  }
                }
                """);
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
    List<String> fingerprints =
        json.lines().filter(line -> line.contains("\"fingerprint\"")).toList();
    assertEquals(fingerprints.size(), Set.copyOf(fingerprints).size());
    assertEquals(report.findings().size() + report.problems().size(), fingerprints.size());
    approve("report.gitlab.json", json);
  }

  @Test
  void junit() throws Exception {
    String xml = JunitReport.render(report);
    Element suite = (Element) parsed(xml).getElementsByTagName("testsuite").item(0);
    for (String outcome : List.of("failure", "error", "skipped")) {
      String counted = outcome.equals("skipped") ? outcome : outcome + "s";
      int there = suite.getElementsByTagName(outcome).getLength();
      assertEquals(suite.getAttribute(counted), String.valueOf(there));
    }
    int tests = suite.getElementsByTagName("testcase").getLength();
    assertEquals(suite.getAttribute("tests"), String.valueOf(tests));
    approve("report.junit.xml", xml);
  }

  @Test
  void junitOfNothingFoundIsATestThatPassed() throws Exception {
    String xml = JunitReport.render(new Report(List.of(), List.of(), List.of(), 3));
    assertEquals(1, parsed(xml).getElementsByTagName("testcase").getLength());
    assertEquals(0, parsed(xml).getElementsByTagName("failure").getLength());
  }

  @Test
  void checkstyle() throws Exception {
    String xml = CheckstyleReport.render(report);
    int errors = parsed(xml).getElementsByTagName("error").getLength();
    assertEquals(report.findings().size() + report.problems().size(), errors);
    approve("report.checkstyle.xml", xml);
  }

  /// Whatever a file holds, XML holds it: markup, quotes, and what XML has no character for.
  @Test
  void xmlIsWellFormedWhateverAFileIsCalled() throws Exception {
    String name = "a&b<c>\"d'\u0000\uFFFF\uD800]]>.conf";
    Problem problem = new Problem(new SourceFile(name, "x").span(), "unexpected " + name);
    Report odd = new Report(List.of(), List.of(problem), List.of(), 1);
    assertEquals(1, parsed(CheckstyleReport.render(odd)).getElementsByTagName("error").getLength());
    assertEquals(1, parsed(JunitReport.render(odd)).getElementsByTagName("error").getLength());
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void show() {
    approve("show.txt", StackReport.render(outcome.stacks(), report));
  }

  @Test
  void sarif() throws IOException {
    String sarif = SarifReport.render(report, "1.2.3");
    assertEquals(List.of(), schema().validate(sarif, InputFormat.JSON));
    approve("report.sarif", sarif);
  }

  @Test
  void sarifOfEveryCommittedDeploymentFitsTheSchema() throws IOException {
    Schema schema = schema();
    for (Map<String, String> texts : Deployments.all()) {
      Report one = Linter.lint(SourceSet.of(texts)).report();
      String sarif = SarifReport.render(one, "1.2.3");
      assertEquals(List.of(), schema.validate(sarif, InputFormat.JSON), sarif);
    }
  }

  /// What the standard's committee published.
  private static Schema schema() throws IOException {
    try (InputStream in =
        FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }
  }

  private static void approve(String name, String text) {
    assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
    Approved.verify(APPROVED.resolve(name), text);
  }
}
