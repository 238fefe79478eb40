package dev.nginxlint.rules.family;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Ipv6Off;
import dev.nginxlint.stack.Ipv6Off.Extent;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An address of IPv6 is bound or connected to where IPv6 is switched off.
public final class Ipv6NotEnabled implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    Misses.of(stack, Cause.NoIpv6.class).forEach(miss -> findings.add(dialled(miss)));
    Set<Bind> told = new HashSet<>();
    for (Listener listener : stack.listeners()) {
      boolean apart = listener.owner().sandbox().privateNetwork().isPresent();
      if (!apart
          && listener.endpoint() instanceof Endpoint.Inet inet
          && isWritten(listener.bind())) {
        stack
            .ipv6Off(listener.place())
            .filter(off -> off.lacks(inet.address()) && told.add(listener.bind()))
            .ifPresent(off -> findings.add(bound(stack, listener, off)));
      }
    }
    return findings;
  }

  /// What listens by a port alone takes what there is.
  private static boolean isWritten(Bind bind) {
    return bind.evidence() == Evidence.STATED && bind.at().text().indexOf(':') >= 0;
  }

  private static Finding dialled(Misses<Cause.NoIpv6> miss) {
    Ipv6Off off = miss.cause().off();
    String target = Phrase.target(miss.hop());
    return miss.finding(
            "nginx connects to %s, but %s".formatted(target, without(miss.cause().from(), off)))
        .and(off.at(), label(off))
        .effect(
            switch (off.extent()) {
              case SOCKETS ->
                  "500; socket() failed (97: Address family not supported by protocol)"
                      + " while connecting to upstream";
              case ADDRESSES, LOOPBACK ->
                  "502; connect() to %s failed (99: Cannot assign requested address) while connecting to upstream"
                      .formatted(target);
              case INTERFACES ->
                  "502; connect() to %s failed (101: Network is unreachable) while connecting to upstream"
                      .formatted(target);
            })
        .fix("connect to an address of IPv4, or leave IPv6 on")
        .provenIf(off.extent() != Extent.INTERFACES);
  }

  private static Finding bound(Stack stack, Listener listener, Ipv6Off off) {
    String endpoint = listener.endpoint().toString();
    String call =
        off.extent() == Extent.SOCKETS
            ? "socket() %s failed (97: Address family not supported by protocol)"
            : "bind() to %s failed (99: Cannot assign requested address)";
    boolean nginx = listener.owner().role() == Process.Role.PROXY;
    return Finding.at(
            listener.bind().at(),
            Phrase.listens(listener),
            "%s is to listen on %s, but %s"
                .formatted(
                    Phrase.owner(listener), endpoint, without(stack.whole(listener.place()), off)))
        .and(off.at(), label(off))
        .effect(
            nginx
                ? "nginx does not start; [emerg] " + call.formatted(endpoint)
                : listener.owner().label() + " does not start; " + call.formatted(endpoint))
        .fix("listen on an address of IPv4, or leave IPv6 on")
        .provenIf(listener.proven() && off.extent() != Extent.INTERFACES);
  }

  private static String without(Place place, Ipv6Off off) {
    return switch (off.extent()) {
      case SOCKETS -> "its kernel is told to do without IPv6";
      case ADDRESSES -> "IPv6 is switched off on " + place.label();
      case LOOPBACK -> "the loopback of %s has no IPv6".formatted(place.label());
      case INTERFACES -> "%s is on no network with IPv6".formatted(place.label());
    };
  }

  private static String label(Ipv6Off off) {
    return off.extent() == Extent.INTERFACES ? "no enable_ipv6" : off.setting();
  }
}
