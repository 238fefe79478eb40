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
  /// What is waited for.
  private enum Wait {
    ANSWER(
        "for an answer",
        "504; upstream timed out (110: Connection timed out) while reading response header from"
            + " upstream"),
    /// Who reads no more of a request is felt at the edge only if nothing between holds it.
    TAKING(
        "for more of a request to be taken",
        "504; upstream timed out (110: Connection timed out) while sending request to upstream"),
    /// Pauses of a visitor get to the inner one only if the edge does not wait for all of a body.
    BODY(
        "for more of a body",
        "502; upstream prematurely closed connection while reading response header from upstream");

    private final String what;
    private final String effect;

    Wait(String what, String effect) {
      this.what = what;
      this.effect = effect;
    }

    private Optional<Effective<Duration>> of(Hop hop) {
      return switch (this) {
        case ANSWER -> hop.settings().read();
        case TAKING -> hop.settings().send();
        case BODY -> hop.settings().upload().pause();
      };
    }

    private String setting(Hop hop) {
      return switch (this) {
        case ANSWER -> hop.settings().prefix() + "read_timeout";
        case TAKING -> hop.settings().prefix() + "send_timeout";
        case BODY -> "client_body_timeout";
      };
    }

    private boolean matters(Hop edge, Hop behind) {
      return switch (this) {
        case ANSWER -> true;
        case TAKING -> !behind.settings().upload().held();
        case BODY -> !edge.settings().upload().held();
      };
    }

    private Optional<Span> told(Hop hop) {
      return of(hop).flatMap(Effective::written);
    }

    private boolean longer(Hop one, Hop other) {
      Optional<Duration> most = of(one).map(Effective::value);
      Optional<Duration> least = of(other).map(Effective::value);
      return told(one).isPresent() && least.isPresent() && most.get().compareTo(least.get()) > 0;
    }
  }

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        List<Hop> behind = stack.hopsBehind(call.hop(), listener);
        for (Wait wait : behind.isEmpty() ? new Wait[0] : Wait.values()) {
          check(wait, call.hop(), behind, stack.hopsTo(listener.owner()), findings);
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static void check(
      Wait wait, Hop edge, List<Hop> next, List<Hop> beside, Map<Span, Finding> findings) {
    List<Hop> behind = next.stream().filter(hop -> wait.matters(edge, hop)).toList();
    // What takes long may come by another way that was told a time.
    if (beside.stream().allMatch(hop -> wait.told(hop).isEmpty())) {
      // A visitor who pauses is turned away by the edge as he would be without the other.
      behind.stream()
          .filter(hop -> wait != Wait.BODY && wait.longer(hop, edge))
          .findFirst()
          .ifPresent(hop -> findings.putIfAbsent(wait.told(hop).get(), finding(wait, hop, edge)));
    } else if (behind.stream().allMatch(hop -> wait.told(hop).isEmpty())) {
      behind.stream()
          .filter(hop -> wait.longer(edge, hop))
          .findFirst()
          .ifPresent(hop -> findings.putIfAbsent(wait.told(edge).get(), finding(wait, edge, hop)));
    }
  }

  private static Finding finding(Wait wait, Hop patient, Hop hasty) {
    String time = Phrase.time(wait.of(patient).get().value());
    String setting = wait.setting(hasty);
    return Finding.at(
            wait.told(patient).get(),
            "waits " + time,
            "%s waits %s %s, but %s waits %s by default"
                .formatted(
                    patient.from().label(),
                    time,
                    wait.what,
                    hasty.from().label(),
                    Phrase.time(wait.of(hasty).get().value())))
        .and(hasty.pass().at(), "no " + setting + " for this")
        .effect(wait.effect)
        .fix("set %s %s there too".formatted(setting, time))
        .remedy(
            Edit.inLocation(hasty.pass().at(), "%s %s;".formatted(setting, time)),
            Remedy.Safety.UNSAFE);
  }
}
