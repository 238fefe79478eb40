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
  private record Pair(String process, Optional<Span> site, Effective<Duration> read) {}

  @Override
  public List<Finding> check(Stack stack) {
    Map<Pair, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Optional<Effective<Duration>> read = call.hop().settings().read();
      if (read.isPresent() && call.answer() instanceof Answer.Found(Listener listener, var _)) {
        check(call.hop(), listener, read.get(), findings);
      }
    }
    return List.copyOf(findings.values());
  }

  private static void check(
      Hop hop, Listener listener, Effective<Duration> read, Map<Pair, Finding> findings) {
    Pair pair = new Pair(listener.owner().id(), hop.site().map(Site::at), read);
    listener
        .owner()
        .limits()
        .request()
        .flatMap(limit -> finding(hop, listener, read, limit))
        .ifPresent(
            found ->
                findings.merge(pair, found, (first, _) -> first.and(hop.pass().at(), "and here")));
  }

  private static Optional<Finding> finding(
      Hop hop, Listener listener, Effective<Duration> read, RequestLimit limit) {
    Duration allowed = limit.after().value();
    int order = read.value().compareTo(allowed);
    if (order < 0 && limit.after().written().isPresent()) {
      return Optional.of(nginxFirst(hop, listener, read, limit));
    }
    // Raised at this end only: whoever wrote the longer time expected answers that take it.
    boolean raised = read.written().isPresent() && limit.after().written().isEmpty();
    return order > 0 && raised
        ? Optional.of(serverFirst(hop, listener, read, limit))
        : Optional.empty();
  }

  private static Finding nginxFirst(
      Hop hop, Listener listener, Effective<Duration> read, RequestLimit limit) {
    return both(
            hop,
            listener,
            read,
            limit,
            "nginx waits %s for an answer%s, but %s may work on one for %s"
                .formatted(
                    Phrase.time(read.value()),
                    read.written().isPresent() ? "" : " by default",
                    Phrase.owner(listener),
                    Phrase.time(limit.after().value())))
        .effect(
            "504 while the work goes on; upstream timed out (110: Connection timed out) "
                + "while reading response header from upstream")
        .fix(
            "set %sread_timeout above %s here, or lower %s"
                .formatted(
                    hop.settings().prefix(), Phrase.time(limit.after().value()), limit.option()));
  }

  private static Finding serverFirst(
      Hop hop, Listener listener, Effective<Duration> read, RequestLimit limit) {
    return both(
            hop,
            listener,
            read,
            limit,
            "nginx waits %s for an answer, but %s ends a request after %s by default"
                .formatted(
                    Phrase.time(read.value()),
                    Phrase.owner(listener),
                    Phrase.time(limit.after().value())))
        .effect(
            "502; upstream prematurely closed connection while reading response header from"
                + " upstream")
        .fix("set %s to what nginx waits, or a little less".formatted(limit.option()));
  }

  private static String told(RequestLimit limit) {
    String time = Phrase.time(limit.after().value());
    return limit.after().written().isPresent()
        ? limit.option() + " " + time
        : limit.option() + " is " + time + " by default";
  }

  private static Finding both(
      Hop hop, Listener listener, Effective<Duration> read, RequestLimit limit, String message) {
    Span at = read.written().orElse(hop.pass().at());
    String label =
        read.written().isPresent()
            ? "nginx waits this long"
            : "no " + hop.settings().prefix() + "read_timeout for this";
    Span other = limit.after().written().orElse(listener.bind().at());
    return Finding.at(at, label, message).and(other, told(limit));
  }
}
