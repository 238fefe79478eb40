package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.OfUser;
import dev.nginxlint.stack.Remark.Supervised;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// A server wants an address of the machine before the machine has it.
public final class NetworkOnlineMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Supervised.class).stream()
        // The manager of a user knows no such target.
        .filter(unit -> OfUser.of(stack, unit.process()).isEmpty())
        .filter(unit -> !unit.after().contains("network-online.target"))
        .flatMap(unit -> bound(stack, unit).map(by -> finding(unit, by)).stream())
        .toList();
  }

  /// The socket that it opens itself on one address of the machine.
  private static Optional<Listener> bound(Stack stack, Supervised unit) {
    return stack.listenersOf(unit.process()).stream()
        .filter(listener -> !listener.bind().at().file().path().endsWith(".socket"))
        .filter(
            listener ->
                listener.endpoint() instanceof Endpoint.Inet inet
                    && !inet.address().isAny()
                    && !inet.address().isLoopback())
        .findFirst();
  }

  private static Finding finding(Supervised unit, Listener listener) {
    return Finding.at(
            listener.bind().at(),
            Phrase.listens(listener),
            "%s binds %s at the start of the machine, which may not have that address yet"
                .formatted(unit.process().label(), listener.endpoint()))
        .and(unit.at(), "no After=network-online.target here")
        .effect(
            "the server may not start after a reboot, with (99: Cannot assign requested address)")
        .fix(
            "add Wants=network-online.target and After=network-online.target, or listen on"
                + " 127.0.0.1 where nginx is on the same machine")
        .provenIf(!unit.after().contains("network.target"));
  }
}
