package dev.nginxlint.rehearsal;

import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Stack.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the linter says of all hops of one pass, of which nginx tries one after another.
record Judged(List<Call> calls, List<Report.Entry> findings) {
  /// What it comes to.
  enum Verdict {
    /// Somebody answers.
    FOUND("Found"),
    /// Somebody answers as things are, and not under a condition that will come.
    WARNED("Found, warned of"),
    /// Somebody would answer if he came up.
    BROKEN("Found, and an error"),
    /// Nobody answers.
    MISSED("Missed"),
    UNKNOWN("Unknown"),
    EXTERNAL("External");

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
    return Stream.concat(
            Stream.of(entry.finding().primary()), entry.finding().related().stream())
        .map(label -> label.at())
        .anyMatch(
            at ->
                at.equals(call.hop().at())
                    || at.equals(call.hop().pass().at())
                    || (call.answer() instanceof Answer.Found(var listener, var _)
                        && (at.file().equals(listener.owner().at().file())
                            || at.equals(listener.bind().at()))));
  }

  Verdict verdict() {
    if (calls.stream().anyMatch(call -> call.answer() instanceof Answer.Found)) {
      return reached();
    }
    if (calls.stream().anyMatch(call -> call.answer() instanceof Answer.Unknown)) {
      return Verdict.UNKNOWN;
    }
    boolean external = calls.stream().anyMatch(call -> call.answer() instanceof Answer.External);
    return external ? Verdict.EXTERNAL : Verdict.MISSED;
  }

  private Verdict reached() {
    boolean whole = calls.stream().allMatch(call -> call.answer() instanceof Answer.Found);
    if (whole && findings.stream().anyMatch(entry -> entry.severity() == Severity.ERROR)) {
      return Verdict.BROKEN;
    }
    boolean warned = findings.stream().anyMatch(entry -> entry.severity() == Severity.WARNING);
    return whole && warned ? Verdict.WARNED : Verdict.FOUND;
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
    calls.forEach(call -> text.append(call.hop().directive() + " " + call.hop().pass().value()
        + " -> " + call.answer() + "\n"));
    findings.forEach(
        entry -> text.append(entry.severity() + ": " + entry.finding().message() + " [" + entry.card().slug() + "]\n"));
    return text.toString();
  }
}
