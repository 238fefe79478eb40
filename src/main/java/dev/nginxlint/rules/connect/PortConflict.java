package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// Two processes of one place want the same port.
public final class PortConflict implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    List<Listener> listeners = stack.listeners().stream().filter(PortConflict::certain).toList();
    for (int i = 0; i < listeners.size(); i++) {
      for (Listener other : listeners.subList(i + 1, listeners.size())) {
        if (conflict(listeners.get(i), other)) {
          findings.add(finding(listeners.get(i), other));
        }
      }
    }
    List<Publication> publications = stack.publications();
    for (int i = 0; i < publications.size(); i++) {
      for (Publication other : publications.subList(i + 1, publications.size())) {
        if (conflict(stack, publications.get(i), other)) {
          findings.add(finding(publications.get(i), other));
        }
      }
    }
    return findings;
  }

  /// Services of one file, as other files may hold what runs instead.
  private static boolean conflict(Stack stack, Publication one, Publication other) {
    return one.published().isPresent()
        && other.published().isPresent()
        && (overlap(one, other) || overlap(other, one))
        && one.at().file().equals(other.at().file())
        && !one.container().id().equals(other.container().id())
        && stack.comesUp(one.container())
        && stack.comesUp(other.container());
  }

  private static boolean overlap(Publication one, Publication other) {
    return other.takes(one.host().map(Sourced::value).orElse(Address.ANY_V4), port(one));
  }

  private static int port(Publication publication) {
    return publication.published().orElseThrow().value();
  }

  /// Who starts only one of two services avoids it: likely, and no more.
  private static Finding finding(Publication one, Publication other) {
    return Finding.at(
            other.at(),
            "published as " + port(other),
            "%s and %s both publish port %s of the host"
                .formatted(one.container().label(), other.container().label(), port(other)))
        .and(one.at(), "published as " + port(one))
        .effect(
            "the second to start does not; Bind for :%s failed: port is already allocated"
                .formatted(port(one)))
        .fix("publish one of them under another port")
        .provenIf(false);
  }

  private static boolean certain(Listener listener) {
    return listener.proven()
        && listener.endpoint() instanceof Endpoint.Inet
        && listener.protocol() != Protocol.UDP;
  }

  private static boolean conflict(Listener one, Listener other) {
    Endpoint.Inet first = (Endpoint.Inet) one.endpoint();
    Endpoint.Inet second = (Endpoint.Inet) other.endpoint();
    return first.port() == second.port()
        && !one.owner().id().equals(other.owner().id())
        && one.place().network().equals(other.place().network())
        && together(one.owner(), other.owner())
        && overlap(first, second);
  }

  /// Whether both will run: two units of a folder may be alternatives, nginx is there to stay.
  private static boolean together(Process one, Process other) {
    boolean proxy = one.role() == Role.PROXY || other.role() == Role.PROXY;
    boolean started = one.start() == Start.AUTOMATIC && other.start() == Start.AUTOMATIC;
    return proxy || started;
  }

  private static boolean overlap(Endpoint.Inet one, Endpoint.Inet other) {
    Address first = one.address();
    Address second = other.address();
    boolean families = one.families().stream().anyMatch(other.families()::contains);
    return families && (first.equals(second) || first.isAny() || second.isAny());
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
