package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.List;
import java.util.Optional;

/// An address without a port means the default one, and the server listens elsewhere.
public final class UpstreamDefaultPort implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.WrongPort.class).stream()
        .filter(miss -> unwritten(miss.hop()))
        .map(UpstreamDefaultPort::finding)
        .toList();
  }

  /// Whether the port of a hop is nginx's default.
  static boolean unwritten(Hop hop) {
    return hop.target() instanceof Target.Inet(var _, var port) && port.written().isEmpty();
  }

  private static Finding finding(Misses<Cause.WrongPort> miss) {
    Listener nearest = miss.cause().nearest();
    return miss.finding(
            "the address has no port, so nginx connects to %s, but %s listens on %s"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(nearest), nearest.endpoint()))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix("write the port that is meant, " + Phrase.port(nearest.endpoint()))
        .remedy(edit(miss.hop(), nearest), Remedy.Safety.UNSAFE)
        .provenIf(nearest.proven());
  }

  private static Optional<Edit> edit(Hop hop, Listener nearest) {
    return hop.target() instanceof Target.Inet(var host, var _)
            && nearest.endpoint() instanceof Endpoint.Inet inet
        ? Edit.within(hop.at(), host.value(), host.value() + ":" + inet.port())
        : Optional.empty();
  }
}
