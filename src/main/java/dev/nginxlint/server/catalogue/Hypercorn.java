package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.CodeSettings;
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
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.literal.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// hypercorn: no variables, and no configuration file unless `-c` names one.
final class Hypercorn implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -b --bind BIND
          --insecure-bind BIND
          --quic-bind BIND
          -c --config FILE
          --keep-alive SECONDS
          --graceful-timeout SECONDS
          --backlog N
          -m --umask N
          -u --user N
          -g --group N
          --certfile FILE
          --keyfile FILE
          -w --workers N
          -k --worker-class NAME
          -p --pid FILE
          --access-log FILE
          --access-logfile FILE
          --access-logformat FORMAT
          --error-log FILE
          --error-logfile --log-file FILE
          --log-config FILE
          --log-level LEVEL
          --read-timeout SECONDS
          --max-requests N
          --max-requests-jitter N
          --ca-certs FILE
          --ciphers LIST
          --cert-reqs N
          --verify-mode MODE
          --keyfile-password WORD
          --root-path PATH
          --server-name NAME
          --statsd-host HOST
          --statsd-prefix PREFIX
          --websocket-ping-interval SECONDS
          --debug
          --reload
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("hypercorn");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    CodeSettings file = CodeSettings.of(call, configuration(call, line), Statement.Form.ASSIGNED);
    Serving serving = new Serving("hypercorn", call).activation(Activation.BY_OPTION);
    boolean tls = line.last("--certfile").or(() -> file.get("certfile")).value().isPresent();
    SocketFile socket = socket(line, file);
    binds(serving, socket, tls ? Protocol.HTTPS : Protocol.HTTP, addresses(line, file));
    if (tls) {
      line.all("--insecure-bind").forEach(text -> bind(serving, socket, Protocol.HTTP, text));
    }
    serving.keepAlive(
        "--keep-alive",
        line.last("--keep-alive")
            .or(() -> file.get("keep_alive_timeout"))
            .effective(Quantity::seconds, Duration.ofSeconds(5), "hypercorn"));
    serving.graceful(
        line.last("--graceful-timeout")
            .or(() -> file.get("graceful_timeout"))
            .effective(Quantity::seconds, Duration.ofSeconds(3), "hypercorn"));
    serving.ping(
        "--websocket-ping-interval",
        line.last("--websocket-ping-interval")
            .or(() -> file.get("websocket_ping_interval"))
            .written(Quantity::seconds));
    serving.backlog(
        line.last("--backlog")
            .or(() -> file.get("backlog"))
            .effective(Quantity::number, 100, "hypercorn"));
    return serving.launched();
  }

  /// TOML's `bind = "..."` reads like Python's.
  private static Surroundings.Lookup configuration(Invocation call, Given line) {
    return switch (line.last("--config")) {
      case Setting.Absent() -> new Surroundings.Lookup.Absent();
      case Setting.Unknown(String why) ->
          line.has("--bind")
              ? new Surroundings.Lookup.Absent()
              : new Surroundings.Lookup.Unseen(why);
      case Setting.Value(Text text) ->
          text.value().startsWith("python:")
              ? new Surroundings.Lookup.Unseen("its configuration is a Python module")
              : call.file(text.value().replaceFirst("^file:", ""));
    };
  }

  private static List<Setting> addresses(Given line, CodeSettings file) {
    if (line.has("--bind")) {
      return line.all("--bind").stream().<Setting>map(Setting.Value::new).toList();
    }
    return file.list("bind");
  }

  private static void binds(
      Serving serving, SocketFile socket, Protocol protocol, List<Setting> addresses) {
    for (Setting address : addresses) {
      switch (address) {
        case Setting.Value(Text text) -> bind(serving, socket, protocol, text);
        case Setting.Unknown(String why) -> serving.unknown(why);
        case Setting.Absent() -> {}
      }
    }
    if (addresses.stream().noneMatch(Setting::isOpen)) {
      serving.listen(HOSTS, protocol, "127.0.0.1", 8000);
    }
  }

  private static void bind(Serving serving, SocketFile socket, Protocol protocol, Text address) {
    String value = address.value();
    if (value.startsWith("unix:")) {
      serving.unix(protocol, value.substring(5), address.span(), socket);
    } else if (value.startsWith("fd://")) {
      Quantity.number(value.substring(5))
          .ifPresent(fd -> serving.inherits(fd, protocol, address.span()));
    } else {
      Addresses parts = Addresses.atLastColon(address, "8000");
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), address.span());
    }
  }

  /// The umask is read as a decimal number: `077` is 0115. User and group are numbers, and change
  /// the owner of the socket only.
  private static SocketFile socket(Given line, CodeSettings file) {
    Optional<Effective<Integer>> mode =
        line.last("--umask")
            .or(() -> file.get("umask"))
            .written(Quantity::number)
            .map(umask -> umask.map(mask -> 0777 & ~mask));
    Optional<Effective<String>> user =
        line.last("--user").or(() -> file.get("user")).written(Quantity::word);
    Optional<Effective<String>> group =
        line.last("--group").or(() -> file.get("group")).written(Quantity::word);
    boolean both = user.isPresent() && group.isPresent();
    return new SocketFile(mode, both ? user : Optional.empty(), both ? group : Optional.empty());
  }
}
