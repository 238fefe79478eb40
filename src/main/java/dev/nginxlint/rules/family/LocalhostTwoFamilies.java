package dev.nginxlint.rules.family;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// nginx makes two peers of `localhost`, 127.0.0.1 and ::1, and the server answers on one of them.
public final class LocalhostTwoFamilies implements Rule {
  private static final String LOCALHOST = "localhost";

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      boolean localhost =
          call.hop().target() instanceof Target.Inet(var host, var _)
              && host.value().equals(LOCALHOST);
      if (localhost
          && call.answer() instanceof Answer.Found(Listener listener, var way)
          && way.isEmpty()
          && listener.endpoint() instanceof Endpoint.Inet inet) {
        Set<Family> missing = missing(stack, listener, inet.port());
        missing.retainAll(stack.whole(call.hop().place()).localhost());
        missing.forEach(
            family -> findings.putIfAbsent(call.hop().at(), finding(call.hop(), listener, family)));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Set<Family> missing(Stack stack, Listener met, int port) {
    Set<Family> missing = EnumSet.allOf(Family.class);
    for (Listener listener : stack.listenersOn(met.place(), port)) {
      missing.removeAll(((Endpoint.Inet) listener.endpoint()).families());
    }
    return missing;
  }

  private static Finding finding(Hop hop, Listener listener, Family missing) {
    String refused = missing == Family.IPV4 ? "127.0.0.1" : "[::1]";
    String taken = missing == Family.IPV4 ? "[::1]" : "127.0.0.1";
    Finding finding =
        Finding.at(
                hop.at(),
                "nginx connects to 127.0.0.1 and to [::1]",
                "nginx takes localhost for two peers, but %s listens on %s only: %s refuses"
                    .formatted(Phrase.owner(listener), listener.endpoint(), refused))
            .and(listener.bind().at(), Phrase.listens(listener))
            .effect(
                "connect() failed (111: Connection refused) every 10 s, retried on the other peer; "
                    + "when the server restarts both are out: 502, no live upstreams, for 10 s")
            .fix("connect to " + taken)
            .provenIf(listener.proven());
    Span at = hop.at();
    // Who is asked for no other host is asked for the one that is dialled.
    return at.text().startsWith(LOCALHOST)
        ? finding.remedy(
            new Remedy(
                new Edit(at.file().span(at.start(), at.start() + LOCALHOST.length()), taken),
                Remedy.Safety.UNSAFE))
        : finding;
  }
}
