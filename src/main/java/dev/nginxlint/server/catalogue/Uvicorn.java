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
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// uvicorn: every option has a variable `UVICORN_...`; `PORT` and `HOST` mean nothing to it.
final class Uvicorn implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --host HOST
          --port PORT
          --uds PATH
          --fd N
          --workers N
          --reload
          --timeout-keep-alive SECONDS
          --timeout-graceful-shutdown SECONDS
          --backlog N
          --ssl-certfile FILE
          --ssl-keyfile FILE
          --version
          --reload-dir PATH
          --reload-include GLOB
          --reload-exclude GLOB
          --reload-delay SECONDS
          --loop NAME
          --http NAME
          --ws NAME
          --ws-max-size N
          --ws-ping-interval SECONDS
          --ws-ping-timeout SECONDS
          --lifespan MODE
          --interface NAME
          --env-file FILE
          --log-config FILE
          --log-level LEVEL
          --proxy-headers
          --forwarded-allow-ips LIST
          --root-path PATH
          --limit-concurrency N
          --limit-max-requests N
          --header NAME
          --app-dir DIR
          --h11-max-incomplete-event-size N
          --factory
          """);

  /// One process leaves the binding to asyncio, which gives each address a socket of its own.
  static final Hosts ONE_PROCESS =
      Hosts.of(
          """
          (none)     two
          ::         ::
          localhost  two loopbacks
          """);

  /// With workers or --reload the parent binds one plain socket.
  static final Hosts PARENT =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("uvicorn");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("--version")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("uvicorn", call).activation(Activation.BY_OPTION);
    boolean plain = line.has("--host") || line.has("--port");
    Setting path = either(call, line, "--uds");
    Setting descriptor = either(call, line, "--fd");
    Protocol protocol =
        either(call, line, "--ssl-certfile").value().isPresent() ? Protocol.HTTPS : Protocol.HTTP;
    if (path instanceof Setting.Value(Text text)) {
      Effective<Integer> mode = new Effective.Default<>(0666, "uvicorn");
      serving.unix(protocol, text.value(), text.span(), SocketFile.mode(mode));
    } else if (descriptor instanceof Setting.Value(Text text)) {
      Quantity.number(text.value()).ifPresent(fd -> serving.inherits(fd, protocol, text.span()));
    } else if (!plain && path instanceof Setting.Unknown(String why)) {
      serving.unknown(why);
    } else {
      Setting host = either(call, line, "--host");
      Setting port = either(call, line, "--port");
      listen(serving, processes(call, line), protocol, host, "127.0.0.1", port);
    }
    serving.keepAlive(
        "--timeout-keep-alive",
        either(call, line, "--timeout-keep-alive")
            .effective(Quantity::seconds, Duration.ofSeconds(5), "uvicorn"));
    Setting library = either(call, line, "--ws");
    if (!library.isOpen() || library.is("auto") || library.is("websockets")) {
      serving.ping(
          "--ws-ping-interval",
          either(call, line, "--ws-ping-interval")
              .effective(Quantity::seconds, Duration.ofSeconds(20), "uvicorn"));
    }
    serving.graceful(either(call, line, "--timeout-graceful-shutdown").written(Quantity::seconds));
    serving.backlog(either(call, line, "--backlog").effective(Quantity::number, 2048, "uvicorn"));
    if (line.has("--reload") && line.last("--workers") instanceof Setting.Value(Text workers)) {
      serving
          .faults()
          .contradicts(
              workers.span(), "--workers is ignored beside --reload: there is one process");
    }
    return serving.launched();
  }

  /// The command line, or the variable of the option.
  private static Setting either(Invocation call, Given line, String option) {
    String name = option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    return line.last(option).or(() -> call.filled("UVICORN_" + name));
  }

  /// Whether the parent binds; empty if that is not known.
  private static Optional<Boolean> processes(Invocation call, Given line) {
    Setting workers = either(call, line, "--workers").or(() -> call.filled("WEB_CONCURRENCY"));
    if (line.has("--reload") || call.filled("UVICORN_RELOAD").value().isPresent()) {
      return Optional.of(true);
    }
    return workers.effective(Quantity::number, 1, "uvicorn").map(number -> number.value() > 1);
  }

  /// Listens by the table for the number of processes; not knowing it matters for few hosts.
  static void listen(
      Serving serving,
      Optional<Boolean> parentBinds,
      Protocol protocol,
      Setting host,
      String usualHost,
      Setting port) {
    String name = host.value().map(Text::value).orElse(usualHost);
    boolean same = ONE_PROCESS.open(name, 1).equals(PARENT.open(name, 1));
    if (parentBinds.isEmpty() && !same) {
      serving.unknown("how many processes it has is not known");
    } else {
      Hosts hosts = parentBinds.orElse(false) ? PARENT : ONE_PROCESS;
      serving.listen(hosts, protocol, host, usualHost, port, 8000);
    }
  }
}
