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
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One report in every format: both ends of several findings, a problem of each kind, names with
/// blanks, letters of other alphabets and control characters.
class FormatsTest {
  private static final Path APPROVED = Path.of("testdata/formats");
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
    approve("report.txt", TextReport.render(report));
  }

  @Test
  void json() {
    approve("report.json", JsonReport.render(report));
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
