package dev.nginxlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// GitLab's code quality report: what its merge requests show.
public final class GitlabReport {
  private GitlabReport() {}

  /// The report as one array and a line break; what could not be looked at has no place in it.
  public static String render(Report report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (Notice notice : Notice.all(report)) {
        json.writeStartObject();
        json.writeStringField("description", notice.line());
        json.writeStringField("check_name", notice.name());
        json.writeStringField("fingerprint", notice.fingerprint());
        json.writeStringField("severity", severity(notice.severity()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", notice.at().file().path());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", notice.from().line());
        json.writeNumberField("end", notice.to().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.shown(out.append('\n').toString());
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
