package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;

/// waitress-serve: 0.0.0.0:8080, IPv6 sockets for IPv6 alone, Unix sockets for their owner alone.
final class Waitress implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          --listen ADDRESS
          --host HOST
          --port PORT
          --unix-socket PATH
          --unix-socket-perms MODE
          --channel-timeout SECONDS
          --backlog N
          --threads N
          --app NAME
          --connection-limit N
          --cleanup-interval SECONDS
          --url-scheme NAME
          --url-prefix PATH
          --ident NAME
          --trusted-proxy HOST
          --trusted-proxy-count N
          --trusted-proxy-headers LIST
          --max-request-body-size N
          --max-request-header-size N
          --asyncore-loop-timeout SECONDS
          --recv-bytes N
          --send-bytes N
          --outbuf-overflow N
          --inbuf-overflow N
          --call
          --ipv4
          --no-ipv4
          --ipv6
          --no-ipv6
          --expose-tracebacks
          --no-expose-tracebacks
          --asyncore-use-poll
          --no-asyncore-use-poll
          --clear-untrusted-proxy-headers
          --log-untrusted-proxy-headers
          --help
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          *          two
          ::         ::
          [::]       ::
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("waitress-serve", "waitress");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("waitress", call);
    for (Text address : line.all("--listen")) {
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, Protocol.HTTP, parts.host(), parts.port(), address.span());
    }
    Effective<Integer> mode =
        line.last("--unix-socket-perms")
            .effective(Quantity::octal, 0600, "waitress")
            .orElse(new Effective.Default<>(0600, "waitress"));
    for (Text path : line.all("--unix-socket")) {
      serving.unix(Protocol.HTTP, path.value(), path.span(), SocketFile.mode(mode));
    }
    if (!line.has("--listen") && !line.has("--unix-socket")) {
      serving.listen(
          HOSTS, Protocol.HTTP, line.last("--host"), "0.0.0.0", line.last("--port"), 8080);
    }
    serving.keepAlive(
        "--channel-timeout",
        line.last("--channel-timeout")
            .effective(Quantity::seconds, Duration.ofMinutes(2), "waitress"));
    serving.backlog(line.last("--backlog").effective(Quantity::number, 1024, "waitress"));
    return serving.launched();
  }
}
