package dev.nginxlint.report;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Fingerprint;
import dev.nginxlint.rule.Label;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Position;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;

/// What formats with room for one place say of a finding or a problem: the other ends stand in the
/// text. All of it may be shown.
///
/// @param name the slug of the rule, or what kind of problem it is
/// @param message one line that stands alone
/// @param ends the other ends, each with what is to be said of it
/// @param notes the effect and the fix
record Notice(
    String name,
    Severity severity,
    Span at,
    String message,
    List<String> ends,
    List<String> notes,
    String fingerprint) {
  static final String PROBLEM = "problem";
  static final String NOT_JUDGED = "not-judged";

  /// The problems of a report, then its findings.
  static List<Notice> all(Report report) {
    List<Notice> all = new ArrayList<>();
    List<String> problems = Fingerprint.ofProblems(report);
    for (int i = 0; i < problems.size(); i++) {
      all.add(of(report.problems().get(i), problems.get(i)));
    }
    List<String> findings = Fingerprint.of(report);
    for (int i = 0; i < findings.size(); i++) {
      all.add(of(report.findings().get(i), findings.get(i)));
    }
    return all;
  }

  private static Notice of(Problem problem, String fingerprint) {
    boolean broken = problem.kind() == Problem.Kind.BROKEN;
    return new Notice(
        broken ? PROBLEM : NOT_JUDGED,
        broken ? Severity.ERROR : Severity.INFO,
        problem.at(),
        Visible.of(problem.message()),
        List.of(),
        List.of(),
        fingerprint);
  }

  private static Notice of(Report.Entry entry, String fingerprint) {
    Finding finding = entry.finding();
    List<String> notes = new ArrayList<>();
    finding.effect().ifPresent(effect -> notes.add("effect: " + Visible.of(effect)));
    finding.fix().ifPresent(fix -> notes.add("fix: " + Visible.of(fix)));
    return new Notice(
        entry.card().slug(),
        entry.severity(),
        finding.primary().at(),
        Visible.of(finding.message()),
        finding.related().stream().map(Notice::end).toList(),
        notes,
        fingerprint);
  }

  private static String end(Label label) {
    return Visible.line(label.at() + ": " + label.text());
  }

  String path() {
    return Visible.of(at.file().path());
  }

  Position from() {
    return at.from();
  }

  Position to() {
    return at.to();
  }

  /// The message with the other ends, in one line.
  String line() {
    return ends.isEmpty() ? message : message + " (" + String.join("; ", ends) + ")";
  }

  /// Everything, in lines.
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(message));
    lines.addAll(ends);
    lines.addAll(notes);
    return lines;
  }
}
