package dev.nginxlint.rules.family;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Sandbox.Families;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A unit may not make sockets of the family it needs: `RestrictAddressFamilies=`.
public final class AddressFamilyRestricted implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Listener listener : stack.listeners()) {
      forbidden(listener.owner().sandbox().families(), listener.endpoint())
          .filter(_ -> listener.bind().opener() != Bind.Opener.SYSTEMD)
          .ifPresent(family -> findings.putIfAbsent(listener.bind().at(), binds(listener, family)));
    }
    for (Call call : stack.calls()) {
      forbidden(call.hop().from().sandbox().families(), call.hop().target())
          .ifPresent(family -> findings.putIfAbsent(call.hop().at(), dials(call.hop(), family)));
    }
    return List.copyOf(findings.values());
  }

  private static Optional<String> forbidden(Optional<Families> families, Endpoint endpoint) {
    return families.flatMap(
        allowed ->
            switch (endpoint) {
              case Endpoint.Unix _, Endpoint.Abstract _ -> unless(allowed.unix(), "AF_UNIX");
              case Endpoint.Inet inet -> inet(allowed, inet.address().family());
            });
  }

  private static Optional<String> forbidden(Optional<Families> families, Target target) {
    return families.flatMap(
        allowed ->
            switch (target) {
              case Target.Unix _ -> unless(allowed.unix(), "AF_UNIX");
              case Target.Inet(var host, var _) ->
                  Address.parse(host.value()).flatMap(address -> inet(allowed, address.family()));
              case Target.Open _ -> Optional.empty();
            });
  }

  private static Optional<String> inet(Families allowed, Family family) {
    return switch (family) {
      case IPV4 -> unless(allowed.ipv4(), "AF_INET");
      case IPV6 -> unless(allowed.ipv6(), "AF_INET6");
    };
  }

  private static Optional<String> unless(boolean allowed, String family) {
    return allowed ? Optional.empty() : Optional.of(family);
  }

  private static Finding binds(Listener listener, String family) {
    return at(listener.owner().sandbox().families().orElseThrow(), listener.bind().at())
        .apply(
            "%s may not make %s sockets, and listens on %s"
                .formatted(Phrase.owner(listener), family, listener.endpoint()))
        .effect("the server does not start; (97: Address family not supported by protocol)")
        .fix("add " + family + " to RestrictAddressFamilies=");
  }

  private static Finding dials(Hop hop, String family) {
    return at(hop.from().sandbox().families().orElseThrow(), hop.at())
        .apply(
            "nginx may not make %s sockets, and connects to %s"
                .formatted(family, Phrase.target(hop)))
        .effect("502; socket() failed (97: Address family not supported by protocol)")
        .fix("add " + family + " to RestrictAddressFamilies= of nginx's unit");
  }

  private static Function<String, Finding> at(Families families, Span needed) {
    return message ->
        Finding.at(families.at(), "the families that are allowed", message)
            .and(needed, "needs another");
  }
}
