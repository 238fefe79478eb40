package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Of two nginx in a row only one was told to wait longer than the default.
public final class ProxyChainTimeout implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        check(call.hop(), listener, stack, findings);
      }
    }
    return List.copyOf(findings.values());
  }

  private static void check(Hop edge, Listener listener, Stack stack, Map<Span, Finding> findings) {
    List<Hop> behind = stack.hopsBehind(edge, listener);
    // What takes long may come by another way that was told a time.
    if (stack.hopsTo(listener.owner()).stream().allMatch(hop -> told(hop).isEmpty())) {
      behind.stream()
          .filter(hop -> longer(hop, edge))
          .findFirst()
          .ifPresent(hop -> findings.putIfAbsent(told(hop).get(), finding(hop, edge)));
    } else if (behind.stream().allMatch(hop -> told(hop).isEmpty())) {
      behind.stream()
          .filter(hop -> longer(edge, hop))
          .findFirst()
          .ifPresent(hop -> findings.putIfAbsent(told(edge).get(), finding(edge, hop)));
    }
  }

  private static Optional<Span> told(Hop hop) {
    return hop.settings().read().flatMap(Effective::written);
  }

  private static boolean longer(Hop one, Hop other) {
    Optional<Duration> most = one.settings().read().map(Effective::value);
    Optional<Duration> least = other.settings().read().map(Effective::value);
    return told(one).isPresent() && least.isPresent() && most.get().compareTo(least.get()) > 0;
  }

  private static Finding finding(Hop patient, Hop hasty) {
    String wait = Phrase.time(patient.settings().read().get().value());
    String setting = hasty.settings().prefix() + "read_timeout";
    return Finding.at(
            told(patient).get(),
            "waits " + wait,
            "%s waits %s for an answer, but %s waits %s by default"
                .formatted(
                    patient.from().label(),
                    wait,
                    hasty.from().label(),
                    Phrase.time(hasty.settings().read().get().value())))
        .and(hasty.pass().at(), "no " + setting + " for this")
        .effect(
            "504; upstream timed out (110: Connection timed out) while reading response header from"
                + " upstream")
        .fix("set %s %s there too".formatted(setting, wait))
        .remedy(
            Edit.inLocation(hasty.pass().at(), "%s %s;".formatted(setting, wait)),
            Remedy.Safety.UNSAFE);
  }
}
