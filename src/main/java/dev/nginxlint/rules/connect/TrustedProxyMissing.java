package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.ByClient;
import dev.nginxlint.stack.ByClient.Gate;
import dev.nginxlint.stack.Caller;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An nginx behind another takes all who come through it for one client.
public final class TrustedProxyMissing implements Rule {
  /// Where proxies say by custom whom they speak for.
  private static final Set<String> USUAL = Set.of("x-real-ip", "x-forwarded-for");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (ByClient told : stack.remarks(ByClient.class)) {
      for (Call call : stack.callsTo(told.process())) {
        Optional<Listener> met = call.met().filter(stack::isInner);
        if (met.filter(listener -> isAlone(stack, listener, told)).isPresent()
            && call.hop().leadsTo(told.location())) {
          stack
              .caller(call)
              .filter(caller -> stops(told.gate(), caller) && !believes(told, caller, call.hop()))
              .ifPresent(_ -> findings.putIfAbsent(told.at(), finding(told, call.hop())));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether what comes to a listener is for the site: there is no other.
  private static boolean isAlone(Stack stack, Listener listener, ByClient told) {
    List<Site> sites = stack.sitesAt(listener);
    return !sites.isEmpty() && sites.stream().allMatch(site -> site.at().equals(told.site()));
  }

  /// A list of the loopback alone is for who looks after the server.
  private static boolean stops(Gate gate, Caller caller) {
    return switch (gate) {
      case Gate.Limit _ -> true;
      case Gate.Allowed(List<String> addresses) ->
          addresses.stream().noneMatch(caller::mayBe)
              && addresses.stream()
                  .anyMatch(one -> Address.parse(one).filter(Address::isLoopback).isEmpty());
    };
  }

  /// Whether it takes the word of the proxy, where that says it.
  private static boolean believes(ByClient told, Caller caller, Hop hop) {
    Set<String> said = Set.copyOf(headers(hop));
    boolean elsewhere =
        USUAL.containsAll(told.headers())
            && said.stream().anyMatch(USUAL::contains)
            && said.stream().noneMatch(told.headers()::contains);
    return told.believed().stream().anyMatch(caller::mayBe) && !elsewhere;
  }

  private static List<String> headers(Hop hop) {
    return hop.settings().headers().stream()
        .map(header -> header.name().value().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static Finding finding(ByClient told, Hop hop) {
    String inner = told.process().label();
    boolean same = hop.from().id().equals(told.process().id());
    String proxy = same ? "another of its sites" : hop.from().label();
    Finding finding =
        switch (told.gate()) {
          case Gate.Limit(var directive, var zone, var most, var key, var status) ->
              Finding.at(
                      told.at(),
                      "%s lets through %s".formatted(directive, most),
                      "%s counts all who come through %s as one client, by the address of the proxy"
                          .formatted(inner, proxy))
                  .and(key, "each address")
                  .effect(
                      "%s for everybody once all together are more; %s"
                          .formatted(status, line(directive, zone)))
                  .provenIf(false);
          case Gate.Allowed _ ->
              Finding.at(
                      told.at(),
                      "the proxy is not among them",
                      "%s refuses all who come through %s, by the address of the proxy"
                          .formatted(inner, proxy))
                  .effect("403; access forbidden by rule");
        };
    return finding
        .and(hop.pass().at(), "comes from the address of the proxy")
        .fix(
            "let set_real_ip_from name the network of the proxy, and real_ip_header the header in"
                + " which it says whom it speaks for");
  }

  private static String line(String directive, String zone) {
    return directive.equals("limit_req")
        ? "limiting requests, excess: ... by zone \"%s\"".formatted(zone)
        : "limiting connections by zone \"%s\"".formatted(zone);
  }
}
