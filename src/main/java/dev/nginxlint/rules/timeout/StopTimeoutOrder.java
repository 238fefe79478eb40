package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Stop;
import dev.nginxlint.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whoever runs a server kills it before it has finished the requests it promised to finish.
public final class StopTimeoutOrder implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Process process : stack.processes()) {
      if (process.stop().isPresent() && process.limits().graceful().isPresent()) {
        Stop stop = process.stop().get();
        Effective<Duration> graceful = process.limits().graceful().get();
        boolean shorter = stop.after().value().compareTo(graceful.value()) < 0;
        boolean meant = graceful.written().isPresent() || stop.after().written().isPresent();
        if (shorter && meant) {
          findings.add(finding(process, stop, graceful));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Process process, Stop stop, Effective<Duration> graceful) {
    Span at = graceful.written().or(() -> stop.after().written()).orElse(process.at());
    String label =
        graceful.written().isPresent()
            ? "requests may take this long to finish"
            : stop.setting() + " " + Phrase.time(stop.after().value());
    Finding finding =
        Finding.at(
                at,
                label,
                "%s is killed %s after it is told to stop%s, but gives requests %s to finish%s"
                    .formatted(
                        process.label(),
                        Phrase.time(stop.after().value()),
                        byDefault(stop.after()),
                        Phrase.time(graceful.value()),
                        byDefault(graceful)))
            .effect(
                process.role() == Process.Role.PROXY
                    ? "requests that are running end without an answer at every restart"
                    : "502 for the requests that are running at every restart; upstream prematurely"
                        + " closed connection")
            .fix("let %s be longer than the time to finish".formatted(stop.setting()));
    return stop.after()
        .written()
        .filter(span -> !span.equals(at))
        .map(span -> finding.and(span, stop.setting() + " " + Phrase.time(stop.after().value())))
        .orElseGet(() -> finding.and(process.at(), "no " + stop.setting() + " here"));
  }

  private static String byDefault(Effective<Duration> time) {
    return time.written().isPresent() ? "" : " by default";
  }
}
