package dev.nginxlint.rules.family;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Sandbox.Families;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
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
      families(listener.owner())
          .filter(_ -> listener.bind().opener() != Bind.Opener.SYSTEMD)
          .filter(allowed -> !other(stack, listener, allowed))
          .flatMap(allowed -> allowed.withheld(listener.endpoint()))
          .ifPresent(family -> findings.putIfAbsent(listener.bind().at(), binds(listener, family)));
    }
    for (Call call : stack.calls()) {
      families(call.hop().from())
          .flatMap(allowed -> allowed.withheld(call.hop().target()))
          .ifPresent(family -> findings.putIfAbsent(call.hop().at(), dials(call.hop(), family)));
    }
    return List.copyOf(findings.values());
  }

  /// Whether the same address opens a socket of another family, with which servers go on.
  private static boolean other(Stack stack, Listener listener, Families allowed) {
    return stack.listenersOf(listener.owner()).stream()
        .filter(one -> one.bind().at().equals(listener.bind().at()))
        .anyMatch(one -> allowed.withheld(one.endpoint()).isEmpty());
  }

  private static Optional<Families> families(Process process) {
    return process.sandbox().families();
  }

  private static Finding binds(Listener listener, String family) {
    return at(families(listener.owner()).orElseThrow(), listener.bind().at())
        .apply(
            "%s may not make %s sockets, and listens on %s"
                .formatted(Phrase.owner(listener), family, listener.endpoint()))
        .effect("the server does not start; (97: Address family not supported by protocol)")
        .fix("add " + family + " to RestrictAddressFamilies=")
        .remedy(added(listener.owner(), family), Remedy.Safety.UNSAFE);
  }

  private static Finding dials(Hop hop, String family) {
    return at(families(hop.from()).orElseThrow(), hop.at())
        .apply(
            "nginx may not make %s sockets, and connects to %s"
                .formatted(family, Phrase.target(hop)))
        .effect("502; socket() failed (97: Address family not supported by protocol)")
        .fix("add " + family + " to RestrictAddressFamilies= of nginx's unit")
        .remedy(added(hop.from(), family), Remedy.Safety.UNSAFE);
  }

  /// With `~` before them those that stand there are the forbidden ones.
  private static Optional<Edit> added(Process process, String family) {
    return families(process)
        .map(Families::at)
        .filter(at -> at.text().startsWith("AF_"))
        .map(at -> new Edit(at, at.text() + " " + family));
  }

  private static Function<String, Finding> at(Families families, Span needed) {
    return message ->
        Finding.at(families.at(), "the families that are allowed", message)
            .and(needed, "needs another");
  }
}
