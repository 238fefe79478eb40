package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Remark.Workers;
import dev.nginxlint.stack.Settings.Reuse;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Idle connections of some workers of nginx can hold every process of a server.
public final class KeepaliveOverWorkers implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)
          && call.hop().settings().reuse() instanceof Reuse.Kept) {
        Optional<Workers> workers =
            stack.remarks(Workers.class).stream()
                .filter(several -> several.process().id().equals(call.hop().from().id()))
                .findFirst();
        workers.ifPresent(several -> check(call.hop(), listener, several, findings));
      }
    }
    return List.copyOf(findings.values());
  }

  private static void check(
      Hop hop, Listener listener, Workers workers, Map<Span, Finding> findings) {
    Optional<Effective<Integer>> held = listener.owner().limits().load().held();
    Optional<Upstream> upstream = hop.upstream().filter(u -> u.servers().size() == 1);
    if (held.isPresent() && upstream.flatMap(u -> u.keepalive().written()).isPresent()) {
      long kept = upstream.get().keepalive().value();
      long others = workers.count().orElse(2) - 1L;
      if (kept > 0 && kept * others >= held.get().value()) {
        Span at = upstream.get().keepalive().written().get();
        findings.putIfAbsent(at, finding(at, kept, listener, held.get(), workers));
      }
    }
  }

  private static Finding finding(
      Span at, long kept, Listener listener, Effective<Integer> held, Workers workers) {
    String each =
        workers.count().map(n -> "each of its %s workers".formatted(n)).orElse("each worker");
    Finding finding =
        Finding.at(
                at,
                "for " + each,
                "nginx keeps %s idle connections in %s, and each of them holds one of the %s processes of %s"
                    .formatted(kept, each, held.value(), Phrase.owner(listener)))
            .and(workers.at(), "so many workers")
            .effect(
                "504 now and then, even at night, when one worker holds them all; upstream timed"
                    + " out (110: Connection timed out) while reading response header from"
                    + " upstream")
            .fix(
                "drop keepalive here, or let all workers together keep fewer than there are"
                    + " processes");
    return held.written().map(span -> finding.and(span, "the processes")).orElse(finding);
  }
}
