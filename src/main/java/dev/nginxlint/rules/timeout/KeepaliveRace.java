package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Limits.KeepAlive;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Settings.Reuse;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Upstream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// nginx keeps idle connections longer than the server does, and uses one just as it is closed.
public final class KeepaliveRace implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)
          && call.hop().upstream().isPresent()
          && call.hop().settings().reuse() instanceof Reuse.Kept) {
        check(call.hop(), listener, findings);
      }
    }
    return List.copyOf(findings.values());
  }

  private static void check(Hop hop, Listener listener, Map<Span, Finding> findings) {
    Upstream upstream = hop.upstream().orElseThrow();
    boolean kept = upstream.keepalive().value() > 0 && upstream.keepalive().written().isPresent();
    if (kept
        && listener.owner().limits().keepAlive().orElse(new KeepAlive.Never())
            instanceof KeepAlive.For(String option, Effective<Duration> idle)
        && idle.value().compareTo(upstream.idle().value()) < 0) {
      Span at = upstream.idle().written().or(() -> upstream.keepalive().written()).orElseThrow();
      findings.putIfAbsent(at, finding(at, upstream, listener, option, idle));
    }
  }

  private static Finding finding(
      Span at, Upstream upstream, Listener listener, String option, Effective<Duration> idle) {
    String nginx = Phrase.time(upstream.idle().value());
    String server = Phrase.time(idle.value());
    return Finding.at(
            at,
            "idle connections are kept for " + nginx,
            "nginx keeps idle connections to \"%s\" for %s, but %s closes them after %s"
                .formatted(upstream.name().value(), nginx, Phrase.owner(listener), server))
        .and(
            idle.written().orElse(listener.bind().at()),
            idle.written().isPresent() ? option : option + " is " + server + " by default")
        .effect(
            "now and then 502 for a POST; upstream prematurely closed connection "
                + "while reading response header from upstream")
        .fix(
            "set keepalive_timeout in the upstream below %s, or %s above %s"
                .formatted(server, option, nginx));
  }
}
