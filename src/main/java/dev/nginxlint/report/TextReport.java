package dev.nginxlint.report;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Label;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// For people: a line that says it all, both ends with what is meant underlined, the effect, the
/// fix.
public final class TextReport {
  private final Ink ink;

  private TextReport(Ink ink) {
    this.ink = ink;
  }

  /// The report as text, ending in a line that counts.
  public static String render(Report report, Ink ink) {
    return new TextReport(ink).render(report);
  }

  private String render(Report report) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : report.problems()) {
      String kind =
          switch (problem.kind()) {
            case BROKEN -> "problem";
            case TEMPLATE -> "not judged";
          };
      out.append(first(problem.at(), kind, Ink.Part.ERROR, problem.message(), "")).append('\n');
    }
    for (Report.Entry entry : report.findings()) {
      out.append(entry(entry)).append('\n');
    }
    boolean nothingSeen = report.files() == 0 && !report.unseen().isEmpty();
    return nothingSeen ? out.toString() : out.append(summary(report)).toString();
  }

  private String first(Span at, String kind, Ink.Part part, String message, String slug) {
    return place(at)
        + ": "
        + ink.of(part, kind + ":")
        + " "
        + ink.of(Ink.Part.MESSAGE, Visible.of(message))
        + ink.of(Ink.Part.ASIDE, slug)
        + "\n";
  }

  private String place(Span at) {
    return ink.leading().file(at.file().path(), Visible.line(at.toString()));
  }

  private static Ink.Part part(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.Part.ERROR;
      case WARNING -> Ink.Part.WARNING;
      case INFO -> Ink.Part.INFO;
    };
  }

  private String entry(Report.Entry entry) {
    Finding finding = entry.finding();
    int gutter =
        Stream.concat(Stream.of(finding.primary()), finding.related().stream())
            .mapToInt(label -> String.valueOf(label.at().from().line()).length())
            .max()
            .orElse(1);
    StringBuilder out = new StringBuilder();
    out.append(
        first(
            finding.primary().at(),
            entry.severity().label(),
            part(entry.severity()),
            finding.message(),
            " [" + ink.leading().page(entry.card(), entry.card().slug()) + "]"));
    out.append(Snippet.pad("", gutter)).append(" |\n");
    out.append(snippet(finding.primary(), '^', gutter, part(entry.severity())));
    for (Label label : finding.related()) {
      out.append(Snippet.pad("", gutter)).append(" ::: ").append(place(label.at())).append('\n');
      out.append(snippet(label, '~', gutter, Ink.Part.OTHER_END));
    }
    finding.effect().ifPresent(text -> note(out, gutter, "effect", text));
    finding.fix().ifPresent(text -> note(out, gutter, "fix", text));
    return out.toString();
  }

  private String snippet(Label label, char mark, int gutter, Ink.Part part) {
    Snippet snippet = Snippet.of(label, mark, gutter, ink.width());
    return snippet.line() + snippet.margin() + ink.of(part, snippet.marked()) + "\n";
  }

  private void note(StringBuilder out, int gutter, String kind, String text) {
    out.append(Snippet.pad("", gutter))
        .append(" = ")
        .append(ink.of(Ink.Part.MESSAGE, kind + ":"))
        .append(' ')
        .append(Visible.of(text))
        .append('\n');
  }

  private static String summary(Report report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        String plural = severity == Severity.INFO || count == 1 ? "" : "s";
        counts.add(count + " " + severity.label() + plural);
      }
    }
    String files = report.files() == 1 ? "1 file" : report.files() + " files";
    String nothing =
        report.files() == 0
            ? "Nothing to judge: no nginx config, systemd unit, compose file or Dockerfile."
            : "Nothing found in " + files + ".";
    String found =
        counts.isEmpty() ? nothing : "Found %s in %s.".formatted(String.join(", ", counts), files);
    int problems = report.broken().size();
    String unjudged =
        problems == 0
            ? ""
            : " %s problem%s left parts unjudged.".formatted(problems, problems == 1 ? "" : "s");
    String more =
        report.findings().stream()
            .findFirst()
            .map(entry -> " More: nginx-lint explain " + entry.card().slug())
            .orElse("");
    String ignored = report.ignored() == 0 ? "" : " " + report.ignored() + " ignored.";
    String known = report.known() == 0 ? "" : " " + report.known() + " in the baseline.";
    return found + ignored + known + unjudged + more + "\n";
  }
}
