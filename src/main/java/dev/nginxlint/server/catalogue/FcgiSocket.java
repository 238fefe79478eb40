package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The socket that supervisord opens for a `fcgi-program` and hands over as descriptor 0
/// (`parse_fcgi_socket` in `supervisor/options.py`): over TCP for IPv4 alone.
///
/// @param address `tcp://host:port` or `unix:///path`
/// @param mode `socket_mode`
/// @param owner `socket_owner`, a user or `user:group`
record FcgiSocket(Text address, Optional<Text> mode, Optional<Text> owner) {
  private static final int DESCRIPTOR = 0;

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         refused
          """);

  /// What was started, with the socket for the servers that take the descriptor.
  Launched hand(Launched started, Invocation call) {
    return started.each(
        served ->
            served.inherited().stream().anyMatch(one -> one.value() == DESCRIPTOR)
                ? handed(served, call)
                : served);
  }

  private Served handed(Served served, Invocation call) {
    Served opener = open(call, served.speaks().orElse(Protocol.TCP));
    List<Bind> binds = Stream.concat(served.binds().stream(), opener.binds().stream()).toList();
    return served.binds(binds, served.unknown().or(opener::unknown));
  }

  private Served open(Invocation call, Protocol protocol) {
    Serving serving = new Serving("supervisord", call);
    if (address.value().startsWith("unix://")) {
      serving.unix(protocol, address.value().substring(7), address.span(), file());
    } else if (address.value().startsWith("tcp://")) {
      Addresses parts = Addresses.atLastColon(address.slice(6, address.length()), "");
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), address.span());
    }
    return serving.launched().servers().getFirst();
  }

  private SocketFile file() {
    Effective<Integer> usual = new Effective.Default<>(0700, "supervisord");
    return new SocketFile(
        Optional.of(mode.flatMap(FcgiSocket::octal).orElse(usual)), named(0), named(1));
  }

  private static Optional<Effective<Integer>> octal(Text text) {
    return Optional.of(text.value())
        .filter(digits -> digits.matches("[0-7]{3,4}"))
        .map(digits -> new Effective.Written<>(Integer.parseInt(digits, 8), text.span()));
  }

  private Optional<Effective<String>> named(int part) {
    return owner
        .filter(text -> text.value().split(":", 2).length > part)
        .map(text -> Effective.of(text.sourced().map(value -> value.split(":", 2)[part])));
  }
}
