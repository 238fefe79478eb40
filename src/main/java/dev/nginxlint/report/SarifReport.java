package dev.nginxlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Fingerprint;
import dev.nginxlint.rule.Label;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Position;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// SARIF 2.1.0, for code scanning: regions in code points, the other end as a related location.
public final class SarifReport {
  private SarifReport() {}

  /// The report as one SARIF log and a line break.
  ///
  /// @param version the version of this program
  public static String render(Report report, String version) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      log(json, report, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.shown(out.append('\n').toString());
  }

  private static void log(JsonGenerator json, Report report, String version) throws IOException {
    List<Card> cards = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      if (!cards.contains(entry.card())) {
        cards.add(entry.card());
      }
    }
    json.writeStartObject();
    json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "nginx-lint");
    json.writeStringField("semanticVersion", version);
    json.writeArrayFieldStart("rules");
    for (Card card : cards) {
      rule(json, card);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "unicodeCodePoints");
    invocation(json, report);
    json.writeArrayFieldStart("results");
    List<String> fingerprints = Fingerprint.of(report);
    for (int i = 0; i < fingerprints.size(); i++) {
      Report.Entry entry = report.findings().get(i);
      result(json, entry, cards.indexOf(entry.card()), fingerprints.get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, Card card) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", card.slug());
    text(json, "shortDescription", card.title());
    text(json, "fullDescription", card.summary());
    json.writeObjectFieldStart("help");
    json.writeStringField("text", card.text());
    json.writeStringField("markdown", card.text());
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(card.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString(card.family());
    json.writeString(card.symptom());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /// A run that left something unjudged did not succeed; each thing is a notification.
  private static void invocation(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", report.complete());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (String unseen : report.unseen()) {
      json.writeStartObject();
      json.writeStringField("level", "error");
      text(json, "message", unseen);
      json.writeEndObject();
    }
    for (Problem problem : report.problems()) {
      json.writeStartObject();
      json.writeStringField("level", problem.kind() == Problem.Kind.BROKEN ? "error" : "note");
      text(json, "message", problem.message());
      json.writeArrayFieldStart("locations");
      location(json, problem.at(), "");
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void result(JsonGenerator json, Report.Entry entry, int index, String fingerprint)
      throws IOException {
    Finding finding = entry.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", entry.card().slug());
    json.writeNumberField("ruleIndex", index);
    json.writeStringField("level", level(entry.severity()));
    StringBuilder message = new StringBuilder(finding.message());
    finding.effect().ifPresent(effect -> message.append("\n\nEffect: ").append(effect));
    finding.fix().ifPresent(fix -> message.append("\n\nFix: ").append(fix));
    text(json, "message", message.toString());
    json.writeArrayFieldStart("locations");
    location(json, finding.primary().at(), finding.primary().text());
    json.writeEndArray();
    json.writeArrayFieldStart("relatedLocations");
    for (Label label : finding.related()) {
      location(json, label.at(), label.text());
    }
    json.writeEndArray();
    if (finding.remedy().isPresent()) {
      fix(json, finding, finding.remedy().get());
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("nginxLint/v1", fingerprint);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, Span at, String message) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, at);
    region(json, "region", at);
    json.writeEndObject();
    if (!message.isEmpty()) {
      text(json, "message", message);
    }
    json.writeEndObject();
  }

  private static void artifact(JsonGenerator json, Span at) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", Uri.of(at.file().path()));
    json.writeEndObject();
  }

  private static void region(JsonGenerator json, String field, Span at) throws IOException {
    Position from = at.from();
    Position to = at.to();
    json.writeObjectFieldStart(field);
    json.writeNumberField("startLine", from.line());
    json.writeNumberField("startColumn", from.column());
    json.writeNumberField("endLine", to.line());
    json.writeNumberField("endColumn", to.column());
    json.writeEndObject();
  }

  /// The edit of `--fix`; whether it may be made without anybody's looking is a property of it.
  private static void fix(JsonGenerator json, Finding finding, Remedy remedy) throws IOException {
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    text(json, "description", finding.fix().orElse(finding.message()));
    json.writeArrayFieldStart("artifactChanges");
    json.writeStartObject();
    artifact(json, remedy.edit().at());
    json.writeArrayFieldStart("replacements");
    json.writeStartObject();
    region(json, "deletedRegion", remedy.edit().at());
    text(json, "insertedContent", remedy.edit().replacement());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("safety", remedy.safety().label());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }
}
