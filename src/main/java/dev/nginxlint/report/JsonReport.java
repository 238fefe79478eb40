package dev.nginxlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import java.util.List;
import java.util.Locale;

/// For programs: one object, its shape numbered by `version`.
public final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  /// The report as one JSON object and a line break.
  public static String render(Report report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("findings");
      List<String> fingerprints = Fingerprint.of(report);
      for (int i = 0; i < fingerprints.size(); i++) {
        finding(json, report.findings().get(i), fingerprints.get(i));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("problems");
      for (Problem problem : report.problems()) {
        json.writeStartObject();
        json.writeStringField("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", problem.message());
        place(json, problem.at());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("unseen");
      for (String unseen : report.unseen()) {
        json.writeString(unseen);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("files", report.files());
      for (Severity severity : Severity.values()) {
        json.writeNumberField(severity.label(), report.count(severity));
      }
      json.writeNumberField("ignored", report.ignored());
      json.writeNumberField("baseline", report.known());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.shown(out.append('\n').toString());
  }

  private static void finding(JsonGenerator json, Report.Entry entry, String fingerprint)
      throws IOException {
    Finding finding = entry.finding();
    json.writeStartObject();
    json.writeStringField("rule", entry.card().slug());
    json.writeStringField("severity", entry.severity().label());
    json.writeStringField("message", finding.message());
    place(json, finding.primary().at());
    json.writeStringField("label", finding.primary().text());
    json.writeArrayFieldStart("related");
    for (Label label : finding.related()) {
      json.writeStartObject();
      place(json, label.at());
      json.writeStringField("label", label.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (finding.effect().isPresent()) {
      json.writeStringField("effect", finding.effect().get());
    }
    if (finding.fix().isPresent()) {
      json.writeStringField("fix", finding.fix().get());
    }
    if (finding.remedy().isPresent()) {
      Remedy remedy = finding.remedy().get();
      json.writeObjectFieldStart("edit");
      place(json, remedy.edit().at());
      json.writeStringField("replacement", remedy.edit().replacement());
      json.writeStringField("safety", remedy.safety().label());
      json.writeEndObject();
    }
    json.writeStringField("fingerprint", fingerprint);
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Span at) throws IOException {
    Position from = at.from();
    Position to = at.to();
    json.writeStringField("path", at.file().path());
    json.writeNumberField("line", from.line());
    json.writeNumberField("column", from.column());
    json.writeNumberField("endLine", to.line());
    json.writeNumberField("endColumn", to.column());
  }
}
