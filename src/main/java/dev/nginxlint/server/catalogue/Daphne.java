package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// daphne: 127.0.0.1:8000 only if it is told nothing; a socket and a port are both opened. No
/// variables, no file.
final class Daphne implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -b --bind HOST
          -p --port PORT
          -u --unix-socket PATH
          --fd N
          -e --endpoint DESCRIPTION
          -v --verbosity N
          -t --http-timeout SECONDS
          --websocket_timeout SECONDS
          --websocket_connect_timeout SECONDS
          --application-close-timeout SECONDS
          --access-log FILE
          --log-fmt FORMAT
          --ping-interval SECONDS
          --ping-timeout SECONDS
          --root-path PATH
          --proxy-headers
          --proxy-headers-host NAME
          --proxy-headers-port NAME
          -s --server-name NAME
          --no-server-name
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  private static final Effective<Integer> MODE = new Effective.Default<>(0666, "daphne");

  @Override
  public List<String> names() {
    return List.of("daphne");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("daphne", call).activation(Activation.BY_OPTION);
    line.all("--unix-socket")
        .forEach(
            path -> serving.unix(Protocol.HTTP, path.value(), path.span(), SocketFile.mode(MODE)));
    line.last("--fd")
        .value()
        .flatMap(text -> Quantity.number(text.value()).map(text.sourced()::with))
        .ifPresent(fd -> serving.inherits(fd.value(), Protocol.HTTP, fd.at()));
    line.all("--endpoint").forEach(endpoint -> endpoint(serving, endpoint));
    boolean tcp = line.has("--bind") || line.has("--port");
    boolean other = line.has("--unix-socket") || line.has("--fd") || line.has("--endpoint");
    if (tcp || !other) {
      listen(serving, line);
    }
    serving.request(
        "--http-timeout",
        line.last("--http-timeout").written(Quantity::seconds),
        Limits.Clock.WALL,
        Limits.Ending.UNAVAILABLE);
    serving.keepAlive(
        "its fixed idle time",
        Optional.of(new Effective.Default<>(Duration.ofMinutes(1), "daphne")));
    serving.ping(
        "--ping-interval",
        line.last("--ping-interval")
            .effective(Quantity::seconds, Duration.ofSeconds(20), "daphne"));
    serving.backlog(Optional.of(new Effective.Default<>(50, "daphne")));
    return serving.launched();
  }

  private static void listen(Serving serving, Given line) {
    Setting host = line.last("--bind");
    boolean empty = host.is("");
    boolean port = host.value().filter(text -> text.value().matches("[^:]*:[0-9]+")).isPresent();
    if (empty || port) {
      host.value()
          .ifPresent(
              text ->
                  serving.fatal(
                      text.span(),
                      "daphne takes a host alone here; its port is an option, --port"));
    } else {
      serving.listen(HOSTS, Protocol.HTTP, host, "127.0.0.1", line.last("--port"), 8000);
    }
  }

  /// A description of Twisted's: `tcp:8000:interface=127.0.0.1`, `unix:/run/x.sock:mode=660`.
  private static void endpoint(Serving serving, Text endpoint) {
    List<String> parts = List.of(endpoint.value().split(":", -1));
    String target = parts.size() > 1 ? parts.get(1) : "";
    String first = target.replaceFirst("^(port|address)=", "");
    Protocol protocol = parts.getFirst().equals("ssl") ? Protocol.HTTPS : Protocol.HTTP;
    switch (parts.getFirst()) {
      case "tcp", "ssl" ->
          serving.listen(
              HOSTS, protocol, parameter(parts, "interface").orElse(""), first, endpoint.span());
      case "tcp6" -> serving.listen(HOSTS, protocol, "::", first, endpoint.span());
      case "unix" ->
          serving.unix(
              protocol,
              first,
              endpoint.span(),
              SocketFile.mode(
                  parameter(parts, "mode")
                      .flatMap(Quantity::octal)
                      .<Effective<Integer>>map(
                          mode -> new Effective.Written<>(mode, endpoint.span()))
                      .orElse(MODE)));
      case "fd", "systemd" -> serving.inherits(3, protocol, endpoint.span());
      default -> serving.unknown("what the endpoint %s is, is not known".formatted(endpoint));
    }
  }

  private static Optional<String> parameter(List<String> parts, String name) {
    return parts.stream()
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst();
  }
}
