package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A time to connect in that is longer than a connection can take.
public final class ConnectTimeoutOverCap implements Rule {
  /// The documentation of `proxy_connect_timeout`: "cannot usually exceed 75 seconds". On Linux it
  /// can: nginx 1.22.1 answers 504 after 100 seconds if told so, and 502 after some 130, when the
  /// kernel gives up (`tcp_syn_retries`).
  private static final Duration CAP = Duration.ofSeconds(75);

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      Optional<Effective<Duration>> time = hop.settings().connect();
      time.filter(limit -> limit.value().compareTo(CAP) > 0)
          .flatMap(Effective::written)
          .ifPresent(at -> findings.putIfAbsent(at, finding(hop, time.get().value(), at)));
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, Duration time, Span at) {
    return Finding.at(
            at,
            "longer than 75s",
            "%sconnect_timeout is %s: it is about connecting only, where no more than 75s are of use"
                .formatted(hop.settings().prefix(), Phrase.time(time)))
        .and(hop.pass().at(), "in effect here")
        .effect(
            "when the peer is gone users wait that long for a 504; slow answers still end after"
                + " %sread_timeout".formatted(hop.settings().prefix()))
        .fix(
            "lower it to a few seconds; for slow answers raise %sread_timeout"
                .formatted(hop.settings().prefix()));
  }
}
