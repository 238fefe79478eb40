package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two processes of one place want the same port.
public final class PortConflict implements Rule {
  /// One of a network namespace.
  private record Port(String network, int number) {}

  /// However many addresses two want it on, they are one conflict.
  private record Rivals(String first, String second, Port port) {}

  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    List<Listener> listeners = stack.listeners().stream().filter(PortConflict::certain).toList();
    Map<Port, List<Listener>> taken = new HashMap<>();
    Set<Rivals> told = new HashSet<>();
    for (Listener listener : listeners) {
      Port port =
          new Port(listener.place().network(), ((Endpoint.Inet) listener.endpoint()).port());
      List<Listener> before = taken.computeIfAbsent(port, _ -> new ArrayList<>());
      for (Listener other : before) {
        if (conflict(other, listener)
            && told.add(new Rivals(other.owner().id(), listener.owner().id(), port))) {
          findings.add(finding(other, listener));
        }
      }
      before.add(listener);
    }
    return findings;
  }

  private static boolean certain(Listener listener) {
    return listener.proven()
        && listener.endpoint() instanceof Endpoint.Inet
        && listener.protocol() != Protocol.UDP;
  }

  private static boolean conflict(Listener one, Listener other) {
    Endpoint.Inet first = (Endpoint.Inet) one.endpoint();
    Endpoint.Inet second = (Endpoint.Inet) other.endpoint();
    return !one.owner().id().equals(other.owner().id())
        && together(one.owner(), other.owner())
        && first.overlaps(second);
  }

  /// Whether both will run: two units of a folder may be alternatives, nginx is there to stay.
  private static boolean together(Process one, Process other) {
    boolean proxy = one.role() == Role.PROXY || other.role() == Role.PROXY;
    boolean started = one.start() == Start.AUTOMATIC && other.start() == Start.AUTOMATIC;
    return proxy || started;
  }

  private static Finding finding(Listener one, Listener other) {
    return Finding.at(
            other.bind().at(),
            Phrase.listens(other),
            "%s and %s both want %s of %s"
                .formatted(
                    Phrase.owner(one),
                    Phrase.owner(other),
                    Phrase.port(other.endpoint()),
                    other.place().label()))
        .and(one.bind().at(), Phrase.listens(one))
        .effect("the second to start does not; bind() failed (98: Address already in use)")
        .fix("give one of them another port");
  }
}
