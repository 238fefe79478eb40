package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// php-fpm drops the connections of nginx: `listen.allowed_clients`.
public final class AllowedClients implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Remark.ClientsAllowed limit : stack.remarks(Remark.ClientsAllowed.class)) {
      List<String> allowed = limit.addresses();
      for (Call call : stack.callsTo(limit.process())) {
        if (call.answer() instanceof Answer.Found(Listener listener, var way)
            && listener.endpoint() instanceof Endpoint.Inet
            && (way.isPresent()
                ? dropsAll(allowed)
                : drops(call.hop(), listener.place(), allowed))) {
          findings.putIfAbsent(limit.at(), finding(call.hop(), listener, limit.at(), allowed));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether connections from anywhere but the same network namespace are dropped.
  private static boolean dropsAll(List<String> allowed) {
    return allowed.stream()
        .allMatch(one -> Address.parse(one).filter(Address::isLoopback).isPresent());
  }

  private static boolean drops(Hop hop, Place server, List<String> allowed) {
    Set<String> known = Set.copyOf(allowed);
    boolean plain = known.stream().allMatch(one -> Address.parse(one).isPresent());
    if (!plain || !hop.place().network().equals(server.network())) {
      return plain && dropsAll(allowed);
    }
    return hop.target() instanceof Target.Inet(var host, var _)
        && switch (host.value()) {
          case "localhost" -> !known.contains("127.0.0.1") && !known.contains("::1");
          case "127.0.0.1" -> !known.contains("127.0.0.1");
          case "[::1]" -> !known.contains("::1");
          default -> false;
        };
  }

  private static Finding finding(Hop hop, Listener listener, Span at, List<String> allowed) {
    return Finding.at(
            at,
            "the only clients that it takes",
            "%s takes connections from %s only, and nginx connects from elsewhere"
                .formatted(Phrase.owner(listener), String.join(", ", allowed)))
        .and(hop.at(), "nginx connects to " + Phrase.target(hop))
        .effect(
            "502; recv() failed (104: Connection reset by peer) while reading response header from"
                + " upstream")
        .fix("add the address that nginx connects from, or take the setting away")
        .provenIf(listener.proven());
  }
}
