package dev.nginxlint.rehearsal;

import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Stack.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the linter says of all hops of one pass, of which nginx tries one after another.
record Judged(List<Call> calls, List<Report.Entry> findings) {
  /// What it comes to, the best first.
  enum Verdict {
    /// Somebody answers.
    FOUND("Found"),
    /// Somebody answers as things are, and not under a condition that will come.
    WARNED("Found, warned of"),
    /// Somebody answers, as far as a hint can tell: a published port, what an image is known for.
    LIKELY("Found, by a hint"),
    EXTERNAL("External"),
    UNKNOWN("Unknown"),
    /// Somebody would answer if he came up.
    BROKEN("Found, and an error"),
    /// Nobody answers.
    MISSED("Missed");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /// The passes of all stacks of an outcome.
  static List<Judged> of(Linter.Outcome outcome) {
    Map<Span, List<Call>> passes = new LinkedHashMap<>();
    outcome.stacks().stream()
        .flatMap(stack -> stack.calls().stream())
        .forEach(
            call ->
                passes.computeIfAbsent(call.hop().pass().at(), _ -> new ArrayList<>()).add(call));
    return passes.values().stream().map(calls -> of(calls, outcome.report())).toList();
  }

  private static Judged of(List<Call> calls, Report report) {
    return new Judged(
        calls,
        report.findings().stream()
            .filter(entry -> calls.stream().anyMatch(call -> concerns(entry, call)))
            .toList());
  }

  private static boolean concerns(Report.Entry entry, Call call) {
    return Stream.concat(Stream.of(entry.finding().primary()), entry.finding().related().stream())
        .map(label -> label.at())
        .anyMatch(
            at ->
                at.equals(call.hop().at())
                    || at.equals(call.hop().pass().at())
                    || (call.answer() instanceof Answer.Found(var listener, var _)
                        && ((listener.owner().role() != Process.Role.PROXY
                                && at.file().equals(listener.owner().at().file()))
                            || at.equals(listener.bind().at()))));
  }

  /// The best of them: nginx tries one after another.
  Verdict verdict() {
    return calls.stream().map(this::verdict).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Verdict verdict(Call call) {
    return switch (call.answer()) {
      case Answer.Found _ -> reached(call);
      case Answer.Missed _ -> Verdict.MISSED;
      case Answer.Unknown _ -> Verdict.UNKNOWN;
      case Answer.External _ -> Verdict.EXTERNAL;
    };
  }

  private Verdict reached(Call call) {
    Set<Severity> severities =
        findings.stream()
            .filter(entry -> concerns(entry, call))
            .map(Report.Entry::severity)
            .collect(Collectors.toSet());
    if (severities.contains(Severity.ERROR)) {
      return Verdict.BROKEN;
    }
    if (severities.contains(Severity.WARNING)) {
      return Verdict.WARNED;
    }
    boolean proven = call.answer() instanceof Answer.Found(var met, var _) && met.proven();
    return proven ? Verdict.FOUND : Verdict.LIKELY;
  }

  /// Why the linter does not know.
  List<String> unknown() {
    return calls.stream()
        .flatMap(
            call ->
                call.answer() instanceof Answer.Unknown(String why, var _)
                    ? Stream.of(why)
                    : Stream.empty())
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    calls.forEach(
        call ->
            text.append(
                call.hop().directive()
                    + " "
                    + call.hop().pass().value()
                    + " -> "
                    + call.answer()
                    + "\n"));
    findings.forEach(
        entry ->
            text.append(
                entry.severity()
                    + ": "
                    + entry.finding().message()
                    + " ["
                    + entry.card().slug()
                    + "]\n"));
    return text.toString();
  }
}
