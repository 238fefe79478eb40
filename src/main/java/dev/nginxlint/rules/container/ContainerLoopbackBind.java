package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Stack.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A server is dialled from outside its container, and listens on the loopback of its container.
public final class ContainerLoopbackBind implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Missed(Cause.BoundToLoopback(Listener met))) {
        findings.merge(
            met.bind().at(),
            finding(met, "nginx connects to " + Phrase.target(call.hop()))
                .and(call.hop().at(), "nginx connects here")
                .effect(forwarded(call.hop(), met) ? Phrase.FORWARDED : Phrase.REFUSED),
            (first, _) -> first);
      }
    }
    for (Delivery delivery : stack.deliveries()) {
      if (delivery.answer() instanceof Answer.Missed(Cause.BoundToLoopback(Listener met))) {
        findings.merge(
            met.bind().at(),
            finding(met, "its port is published")
                .and(delivery.publication().at(), "published here")
                .effect(Phrase.FORWARDED),
            (first, _) -> first);
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether a published port is dialled, which is taken even though nobody answers behind it.
  private static boolean forwarded(Hop hop, Listener met) {
    return hop.place().kind() == Place.Kind.HOST && met.place().kind() == Place.Kind.CONTAINER;
  }

  private static Finding finding(Listener met, String reached) {
    String place = met.place().kind() == Place.Kind.HOST ? "the host" : "its container";
    return Finding.at(
            met.bind().at(),
            Phrase.listens(met),
            "%s listens on %s, which is the loopback of %s, but %s"
                .formatted(Phrase.owner(met), met.endpoint(), place, reached))
        .fix("let the server listen on 0.0.0.0")
        .provenIf(met.proven());
  }
}
