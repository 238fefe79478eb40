package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/// nginx and the server speak different protocols.
public final class ProtocolMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Stream.of(
            Misses.of(stack, Cause.WrongProtocol.class).stream().map(ProtocolMismatch::finding),
            Misses.of(stack, Cause.OtherServer.class).stream().map(ProtocolMismatch::elsewhere),
            Misses.of(stack, Cause.DeclaredOtherwise.class).stream().map(ProtocolMismatch::outside))
        .flatMap(findings -> findings)
        .toList();
  }

  private static Finding elsewhere(Misses<Cause.OtherServer> miss) {
    Listener other = miss.cause().nearest();
    return miss.finding(
            "%s speaks %s to %s, but %s listens on %s only, and speaks %s"
                .formatted(
                    miss.hop().directive(),
                    miss.hop().protocol(),
                    Phrase.target(miss.hop()),
                    Phrase.owner(other),
                    other.endpoint(),
                    other.protocol()))
        .and(other.bind().at(), Phrase.listens(other))
        .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
        .fix(spoken(miss.hop().protocol(), other.protocol()))
        .provenIf(other.proven());
  }

  private static Finding finding(Misses<Cause.WrongProtocol> miss) {
    Listener met = miss.cause().met();
    Protocol dialled = miss.hop().protocol();
    return miss.finding(
            "%s speaks %s to %s, but %s speaks %s there"
                .formatted(
                    miss.hop().directive(),
                    dialled,
                    Phrase.target(miss.hop()),
                    Phrase.owner(met),
                    met.protocol()))
        .and(met.bind().at(), "speaks " + met.protocol() + " here")
        .effect("502; " + log(dialled, met.protocol()))
        .fix(spoken(dialled, met.protocol()))
        .provenIf(met.proven());
  }

  private static Finding outside(Misses<Cause.DeclaredOtherwise> miss) {
    External declared = miss.cause().declared();
    Protocol dialled = miss.hop().protocol();
    return miss.finding(
            "%s speaks %s to %s, which is declared to speak %s"
                .formatted(miss.hop().directive(), dialled, declared, declared.protocol()))
        .and(declared.at(), "declared here")
        .effect("502; " + log(dialled, declared.protocol()))
        .fix(spoken(dialled, declared.protocol()));
  }

  private static String spoken(Protocol dialled, Protocol spoken) {
    return switch (spoken) {
      case UWSGI -> "use uwsgi_pass, or let the server open an HTTP socket";
      case FASTCGI -> "use fastcgi_pass";
      case SCGI -> "use scgi_pass";
      case HTTP -> "use proxy_pass http://";
      case HTTPS -> "use proxy_pass https://";
      case GRPC, GRPCS -> "use grpc_pass";
      case MEMCACHED -> "use memcached_pass";
      case REDIS, POSTGRESQL, MYSQL, MONGODB, AMQP, TCP, UDP ->
          "connect to the port on which the application speaks " + dialled;
    };
  }

  private static String log(Protocol dialled, Protocol spoken) {
    if (dialled == Protocol.FASTCGI) {
      return "upstream sent unsupported FastCGI protocol version";
    }
    if (dialled == Protocol.HTTPS) {
      // A server that answers the greeting with plain text, and one that waits for a line of it to
      // end until it gives up: gunicorn's sync worker does so for its 30 s.
      return "SSL_do_handshake() failed (... wrong version number) while SSL handshaking to"
          + " upstream; or, after a wait, peer closed connection in SSL handshake";
    }
    return spoken == Protocol.FASTCGI
        ? "recv() failed (104: Connection reset by peer) while reading response header from"
            + " upstream"
        : "upstream prematurely closed connection while reading response header from upstream";
  }
}
