package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Limits.RequestLimit;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// nginx gives up on an answer that the server is still allowed to work on, or the reverse.
public final class TimeoutOrder implements Rule {
  /// Where both times are written, nginx's may well be the longer one, but hardly this many times.
  private static final int FAR = 4;

  /// What is told once: a process, and a time of a site that calls it.
  private record Pair(String process, Optional<Span> site, Effective<Duration> read) {}

  /// Both ends of a call: how long nginx waits, and how long the server may work.
  private record Ends(Hop hop, Effective<Duration> read, Listener listener, RequestLimit limit) {}

  @Override
  public List<Finding> check(Stack stack) {
    Map<Pair, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      for (Ends ends : ends(call).stream().toList()) {
        Pair pair = new Pair(ends.listener.owner().id(), ends.hop.site().map(Site::at), ends.read);
        finding(ends)
            .ifPresent(
                found ->
                    findings.merge(
                        pair, found, (first, _) -> first.and(ends.hop.pass().at(), "and here")));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Optional<Ends> ends(Call call) {
    return call.answer() instanceof Answer.Found(Listener listener, var _)
        ? call.hop().settings().read().flatMap(read -> ends(call.hop(), read, listener))
        : Optional.empty();
  }

  private static Optional<Ends> ends(Hop hop, Effective<Duration> read, Listener listener) {
    Optional<RequestLimit> request = listener.owner().limits().request();
    return request.map(limit -> new Ends(hop, read, listener, limit));
  }

  private static Optional<Finding> finding(Ends ends) {
    Duration waits = ends.read.value();
    Duration works = ends.limit.after().value();
    boolean written = ends.limit.after().written().isPresent();
    if (waits.compareTo(works) < 0) {
      return written ? Optional.of(nginxFirst(ends)) : Optional.empty();
    }
    // Whoever raised nginx's time expected answers that take it.
    boolean far = !written || waits.compareTo(works.multipliedBy(FAR)) >= 0;
    return ends.read.written().isPresent() && far && !waits.equals(works)
        ? Optional.of(serverFirst(ends).provenIf(!written))
        : Optional.empty();
  }

  private static Finding nginxFirst(Ends ends) {
    return both(ends, "nginx waits %s, but %s may work on an answer for %s")
        .effect(
            "504 while the work goes on; upstream timed out (110: Connection timed out) "
                + "while reading response header from upstream")
        .fix(
            "set %sread_timeout above %s here, or lower %s"
                .formatted(
                    ends.hop.settings().prefix(),
                    Phrase.time(ends.limit.after().value()),
                    ends.limit.option()));
  }

  private static Finding serverFirst(Ends ends) {
    return both(ends, "nginx waits %s, but %s ends a request after %s")
        .effect(
            "502; upstream prematurely closed connection while reading response header from"
                + " upstream")
        .fix("set %s to what nginx waits, or a little less".formatted(ends.limit.option()));
  }

  private static Finding both(Ends ends, String message) {
    Effective<Duration> read = ends.read;
    Effective<Duration> works = ends.limit.after();
    String option = ends.hop.settings().prefix() + "read_timeout";
    return Finding.at(
            read.written().orElse(ends.hop.pass().at()),
            read.written().isPresent() ? "nginx waits this long" : "no " + option + " for this",
            message.formatted(
                Phrase.effective(read), Phrase.owner(ends.listener), Phrase.effective(works)))
        .and(
            works.written().orElse(ends.listener.bind().at()),
            ends.limit.option() + " is " + Phrase.effective(works));
  }
}
