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
import java.util.Optional;

/// nginx was told to take long header lines, which the server behind it refuses.
public final class HeaderBufferTooSmall implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Optional<Effective<Long>> let = call.hop().sizes().header();
      if (call.hop().protocol() != Protocol.UWSGI
          && call.answer() instanceof Answer.Found(Listener listener, var _)
          && let.flatMap(Effective::written).isPresent()) {
        listener
            .owner()
            .limits()
            .intake()
            .header()
            .filter(taken -> taken.size().value() + 2 < let.get().value())
            .ifPresent(
                taken ->
                    findings.putIfAbsent(
                        let.get().written().get(), finding(let.get(), listener, taken)));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Effective<Long> let, Listener listener, Intake.Limit taken) {
    String size = Phrase.size(taken.size().value());
    String usual = taken.size().written().isPresent() ? "" : " by default";
    return Finding.at(
            let.written().orElseThrow(),
            "nginx takes a line this long",
            "nginx takes header lines of %s, but %s refuses those over %s%s"
                .formatted(Phrase.size(let.value()), Phrase.owner(listener), size, usual))
        .and(
            taken.size().written().orElse(listener.bind().at()),
            "%s is %s%s".formatted(taken.option(), size, usual))
        .effect("400 for long cookies and tokens; Bad Request")
        .fix("set %s to %s".formatted(taken.option(), let.value()));
  }
}
