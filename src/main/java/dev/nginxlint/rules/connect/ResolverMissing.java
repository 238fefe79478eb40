package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Dial;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// nginx has to look a name up for every request, and nobody told it where.
public final class ResolverMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      // A name that nobody has is a fault of its own.
      if (hop.dial().lookup() instanceof Dial.Lookup.Nobody
          && hop.target() instanceof Target.Inet(var host, var _)
          && Address.parse(host.value()).isEmpty()
          && !(call.answer() instanceof Answer.Missed)) {
        findings.putIfAbsent(hop.pass().at(), finding(hop, host.value()));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, String host) {
    boolean container = hop.place().kind() == Place.Kind.CONTAINER;
    return Finding.at(
            hop.pass().at(),
            "a variable, so the name is looked up with each request",
            "nginx has no resolver, and has to look \"%s\" up while it runs".formatted(host))
        .effect("502; no resolver defined to resolve " + host)
        .fix(
            container && !host.equals("localhost")
                ? "add resolver 127.0.0.11; which is the engine's, or write no variable"
                : "write no variable: what the system resolves at the start needs no resolver");
  }
}
