package dev.nginxlint.rehearsal;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a report says, held against what was seen.
final class Claims {
  private Claims() {}

  /// Whether all that a report says can be seen: an error as the status that it names, and
  /// everything as a line in the log.
  static boolean shown(Report report, Rehearsal rehearsal) {
    return report.findings().stream()
        .allMatch(
            entry ->
                logged(entry, rehearsal)
                    && (entry.severity() != Severity.ERROR || answered(entry, rehearsal)));
  }

  private static boolean answered(Report.Entry entry, Rehearsal rehearsal) {
    // The finding itself knows better than its card, which is for the most of its kind.
    String effect = entry.finding().effect().orElse("");
    String symptom = effect.matches("\\d{3};.*") ? effect.substring(0, 3) : entry.card().symptom();
    return symptom.equals("no start")
        ? !rehearsal.failed().isEmpty()
        : rehearsal.answers().stream()
            .anyMatch(answer -> symptom.equals(String.valueOf(answer.status())));
  }

  /// Whether a part of what a finding says is a line of the log, `...` standing for anything and
  /// the numbers of nginx's processes for nothing; gunicorn has words of its own for a port that is
  /// taken.
  static boolean logged(Report.Entry entry, Rehearsal rehearsal) {
    String log =
        rehearsal
            .log()
            .replaceAll("\\] \\d+#\\d+: (?:\\*\\d+ )?", "] ")
            .replace("Connection in use", "bind() failed (98: Address already in use)");
    return Stream.of(entry.finding().effect().orElse("").split("[;,] | every | or \\d"))
        .filter(part -> part.length() > 12)
        .map(part -> Stream.of(part.split("\\.\\.\\.")).map(Pattern::quote))
        .map(parts -> Pattern.compile(parts.collect(Collectors.joining(".*"))))
        .anyMatch(line -> line.matcher(log).find());
  }
}
