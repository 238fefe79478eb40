package dev.nginxlint.rule;

import dev.nginxlint.source.Problem;
import java.util.List;

/// What came of judging: everything found, and everything that could not be judged.
///
/// @param findings by path, offset and slug
/// @param problems files, or parts of them, that could not be read
/// @param unseen what could not even be looked at: sentences for people
/// @param files how many files were read
/// @param ignored how many findings are not told since somebody asked for that and said why
/// @param known how many are not told since a baseline has them
public record Report(
    List<Entry> findings,
    List<Problem> problems,
    List<String> unseen,
    int files,
    int ignored,
    int known) {
  public Report {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    unseen = List.copyOf(unseen);
  }

  /// A report in which everything is told.
  public Report(List<Entry> findings, List<Problem> problems, List<String> unseen, int files) {
    this(findings, problems, unseen, files, 0, 0);
  }

  /// A finding with the card of its rule.
  public record Entry(Card card, Severity severity, Finding finding) implements Comparable<Entry> {
    /// By place, slug and message.
    @Override
    public int compareTo(Entry other) {
      int place = finding.primary().at().compareTo(other.finding.primary().at());
      int slug = place == 0 ? card.slug().compareTo(other.card.slug()) : place;
      return slug == 0 ? finding.message().compareTo(other.finding.message()) : slug;
    }
  }

  /// The same without some findings, which a baseline has.
  public Report knowing(List<Entry> others) {
    int more = findings.size() - others.size();
    return new Report(others, problems, unseen, files, ignored, known + more);
  }

  /// Several reports as one.
  public static Report merge(List<Report> reports) {
    return new Report(
        reports.stream().flatMap(report -> report.findings().stream()).toList(),
        reports.stream().flatMap(report -> report.problems().stream()).toList(),
        reports.stream().flatMap(report -> report.unseen().stream()).toList(),
        reports.stream().mapToInt(Report::files).sum(),
        reports.stream().mapToInt(Report::ignored).sum(),
        reports.stream().mapToInt(Report::known).sum());
  }

  /// Whether everything that was asked for could be judged, templates aside.
  public boolean complete() {
    return unseen.isEmpty() && broken().isEmpty();
  }

  /// The problems that are somebody's fault.
  public List<Problem> broken() {
    return problems.stream().filter(problem -> problem.kind() == Problem.Kind.BROKEN).toList();
  }

  /// How many findings of a severity there are.
  public long count(Severity severity) {
    return findings.stream().filter(entry -> entry.severity() == severity).count();
  }

  /// Whether a finding is as bad as this or worse.
  public boolean reaches(Severity threshold) {
    return findings.stream().anyMatch(entry -> entry.severity().atLeast(threshold));
  }
}
