package dev.nginxlint.rules.size;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// nginx was told to take long headers, which do not fit into uwsgi's buffer.
public final class UwsgiBufferSize implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.hop().protocol() == Protocol.UWSGI
          && call.answer() instanceof Answer.Found(Listener listener, var _)) {
        for (Intake.Limit taken : listener.owner().limits().intake().header().stream().toList()) {
          call.hop()
              .sizes()
              .header()
              .filter(let -> let.value() > taken.size().value())
              .flatMap(Effective::written)
              .ifPresent(
                  at ->
                      findings.putIfAbsent(
                          at, finding(at, call.hop().sizes().header().get(), listener, taken)));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(
      Span at, Effective<Long> let, Listener listener, Intake.Limit taken) {
    String size = Phrase.size(taken.size().value());
    String usual = taken.size().written().isPresent() ? "" : " by default";
    return Finding.at(
            at,
            "nginx takes a line this long",
            "nginx takes header lines of %s, but %s has room for %s of a request's headers%s"
                .formatted(Phrase.size(let.value()), Phrase.owner(listener), size, usual))
        .and(taken.size().written().orElse(listener.bind().at()), "buffer-size is " + size + usual)
        .effect(
            "502 for long cookies and tokens; recv() failed (104: Connection reset by peer) while"
                + " reading response header from upstream")
        .fix(
            "set buffer-size to %s or more, at most 65535".formatted(Math.min(let.value(), 65535)));
  }
}
