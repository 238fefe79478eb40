package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Wait;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// nginx gives up on an answer that the server is still allowed to work on, or the reverse.
public final class TimeoutOrder implements Rule {
  /// What is told once: a process, and a time of a site that calls it.
  private record Pair(String process, Optional<Span> site, Effective<Duration> read) {}

  @Override
  public List<Finding> check(Stack stack) {
    Map<Pair, Finding> findings = new LinkedHashMap<>();
    for (Wait wait : stack.calls().stream().flatMap(call -> Wait.of(call).stream()).toList()) {
      Pair pair = new Pair(wait.listener().owner().id(), wait.site(), wait.read());
      finding(wait)
          .ifPresent(
              found ->
                  findings.merge(
                      pair, found, (first, _) -> first.and(wait.hop().pass().at(), "and here")));
    }
    return List.copyOf(findings.values());
  }

  private static Optional<Finding> finding(Wait wait) {
    return switch (wait.order()) {
      case NGINX_FIRST -> Optional.of(nginxFirst(wait));
      case SERVER_BY_DEFAULT -> Optional.of(serverFirst(wait));
      case SERVER_FAR -> Optional.of(serverFirst(wait).provenIf(false));
      case AGREED -> Optional.empty();
    };
  }

  private static Finding nginxFirst(Wait wait) {
    String works = Phrase.time(wait.limit().after().value());
    return both(wait, "nginx waits %s, but %s may work on an answer for %s")
        .effect(
            "504 while the work goes on; upstream timed out (110: Connection timed out) "
                + "while reading response header from upstream")
        .fix(
            "set %sread_timeout above %s here, or lower %s"
                .formatted(wait.hop().settings().prefix(), works, wait.limit().option()));
  }

  private static Finding serverFirst(Wait wait) {
    return both(wait, "nginx waits %s, but %s ends a request after %s")
        .effect(
            switch (wait.limit().ending()) {
              case CLOSED ->
                  "502; upstream prematurely closed connection while reading response header from"
                      + " upstream";
              case UNAVAILABLE -> "503, which the server itself answers";
            })
        .fix("set %s to what nginx waits, or a little less".formatted(wait.limit().option()));
  }

  private static Finding both(Wait wait, String message) {
    Effective<Duration> read = wait.read();
    Effective<Duration> works = wait.limit().after();
    String option = wait.hop().settings().prefix() + "read_timeout";
    String server = Phrase.owner(wait.listener());
    return Finding.at(
            read.written().orElse(wait.hop().pass().at()),
            read.written().isPresent() ? "nginx waits this long" : "no " + option + " for this",
            message.formatted(Phrase.effective(read), server, Phrase.effective(works)))
        .and(
            works.written().orElse(wait.listener().bind().at()),
            wait.limit().option() + " is " + Phrase.effective(works));
  }
}
