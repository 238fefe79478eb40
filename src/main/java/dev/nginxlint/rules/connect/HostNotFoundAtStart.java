package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// nginx needs a name to start, and only a profile starts who has it.
public final class HostNotFoundAtStart implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var way)
          && way.isEmpty()
          && listener.owner().start() == Start.ON_REQUEST
          && needed(stack, call.hop(), listener.place())) {
        findings.putIfAbsent(call.hop().at(), finding(call.hop(), listener));
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether nginx comes up without it, and nobody else has the name then.
  private static boolean needed(Stack stack, Hop hop, Place target) {
    return hop.from().start() == Start.AUTOMATIC
        && !hop.resolvesLate()
        && hop.target() instanceof Target.Inet(var host, var _)
        && stack.placesNamed(host.value()).contains(stack.whole(target))
        && stack.placesNamed(host.value()).stream().noneMatch(stack::comesUp);
  }

  private static Finding finding(Hop hop, Listener listener) {
    String name = hop.target() instanceof Target.Inet(var host, var _) ? host.value() : "";
    Finding finding =
        Finding.at(
                hop.at(),
                "looked up when nginx starts",
                "nginx starts without a profile, and needs \"%s\", which %s has with one only"
                    .formatted(name, Phrase.owner(listener)))
            .effect(Phrase.unresolved(hop, name))
            .fix("give both the same profile, or pass on by a variable and a resolver");
    return listener.place().at().map(at -> finding.and(at, "has profiles")).orElse(finding);
  }
}
