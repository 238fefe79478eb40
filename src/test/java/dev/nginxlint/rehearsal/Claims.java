package dev.nginxlint.rehearsal;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a report says, held against what was seen.
final class Claims {
  private Claims() {}

  /// Whether all that a report says can be seen: an error as the status that it names, and
  /// everything as a line in the log; of several faults with which nginx does not start it names
  /// the first.
  static boolean shown(Report report, Rehearsal rehearsal) {
    List<Report.Entry> fatal =
        report.findings().stream()
            .filter(entry -> entry.finding().effect().orElse("").contains("[emerg]"))
            .toList();
    return (fatal.isEmpty() || fatal.stream().anyMatch(entry -> shown(entry, rehearsal)))
        && report.findings().stream()
            .filter(entry -> !fatal.contains(entry))
            .allMatch(entry -> shown(entry, rehearsal));
  }

  private static boolean shown(Report.Entry entry, Rehearsal rehearsal) {
    return logged(entry, rehearsal)
        && (entry.severity() != Severity.ERROR || answered(entry, rehearsal));
  }

  /// Whether a report says of something that it does not start.
  static boolean stops(Report report) {
    return report.findings().stream()
        .anyMatch(
            entry ->
                entry.card().symptom().equals("no start")
                    || entry.finding().effect().orElse("").contains("does not"));
  }

  /// What users see of a finding, which knows better than its card, that is for the most of its
  /// kind.
  static String symptom(Report.Entry entry) {
    String effect = entry.finding().effect().orElse("");
    return effect.matches("\\d{3};.*") ? effect.substring(0, 3) : entry.card().symptom();
  }

  private static boolean answered(Report.Entry entry, Rehearsal rehearsal) {
    String symptom = symptom(entry);
    return symptom.equals("no start")
        ? !rehearsal.failed().isEmpty()
        : rehearsal.answers().stream()
            .anyMatch(answer -> symptom.equals(String.valueOf(answer.status())));
  }

  /// Whether a part of what a finding says is a line of the log, `...` standing for anything and
  /// the numbers of nginx's processes for nothing; Python and gunicorn have ways of their own to
  /// write an error of the system.
  static boolean logged(Report.Entry entry, Rehearsal rehearsal) {
    String log =
        rehearsal
            .log()
            .replaceAll("\\] \\d+#\\d+: (?:\\*\\d+ )?", "] ")
            .replaceAll("\\[Errno (\\d+)\\] (.*)", "($1: $2)")
            .replace("Connection in use", "bind() failed (98: Address already in use)");
    return Stream.of(entry.finding().effect().orElse("").split("[;,] | every | with | or \\d"))
        .filter(part -> part.length() > 12)
        .map(part -> Stream.of(part.split("\\.\\.\\.")).map(Pattern::quote))
        .map(parts -> Pattern.compile(parts.collect(Collectors.joining(".*"))))
        .anyMatch(line -> line.matcher(log).find());
  }
}
