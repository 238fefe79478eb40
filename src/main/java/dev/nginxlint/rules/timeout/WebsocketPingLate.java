package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// nginx closes a quiet WebSocket before the server writes to it.
public final class WebsocketPingLate implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      Optional<Effective<Duration>> read = hop.settings().read();
      Optional<Listener> met = call.met().filter(_ -> upgrades(hop.settings()));
      Optional<Limits.Ping> ping = met.flatMap(listener -> listener.owner().limits().ping());
      if (read.isPresent()
          && ping.isPresent()
          && ping.get().every().value().compareTo(read.get().value()) >= 0) {
        findings.putIfAbsent(
            read.get().written().orElse(hop.pass().at()),
            finding(hop, read.get(), met.get(), ping.get()));
      }
    }
    return List.copyOf(findings.values());
  }

  private static boolean upgrades(Settings settings) {
    return settings.headers().stream()
        .filter(header -> header.name().value().equalsIgnoreCase("upgrade"))
        .anyMatch(header -> !header.value().value().isEmpty());
  }

  private static Finding finding(
      Hop hop, Effective<Duration> read, Listener listener, Limits.Ping ping) {
    String every = Phrase.time(ping.every().value());
    String option = hop.settings().prefix() + "read_timeout";
    return Finding.at(
            read.written().orElse(hop.pass().at()),
            read.written().isPresent() ? "nginx waits this long" : "no " + option + " for this",
            "nginx closes a WebSocket on which nothing was sent for %s, but %s sends a ping only every %s"
                .formatted(
                    Phrase.effective(read), Phrase.owner(listener), Phrase.effective(ping.every())))
        .and(
            ping.every().written().orElse(listener.bind().at()),
            ping.option() + " is " + Phrase.effective(ping.every()))
        .effect(
            "a quiet WebSocket ends after %s; upstream timed out (110: Connection timed out) while proxying upgraded connection"
                .formatted(Phrase.time(read.value())))
        .fix("set %s above %s here, or lower %s".formatted(option, every, ping.option()));
  }
}
