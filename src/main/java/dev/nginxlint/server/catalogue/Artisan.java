package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// The servers that Laravel's artisan starts: `serve`, Octane, Reverb.
///
/// What their options leave open stands in config/*.php and `.env`, which are not read.
final class Artisan {
  private static final Options OPTIONS =
      Options.exact(
          """
          --host HOST
          --port PORT
          --server NAME
          --rpc-host HOST
          --rpc-port PORT
          --admin-host HOST
          --admin-port PORT
          --workers N
          --task-workers N
          --max-requests N
          --caddyfile FILE
          --rr-config FILE
          --log-level LEVEL
          --hostname NAME
          --env NAME
          --tries N
          --poll
          --https
          --http-redirect
          --watch
          --no-reload
          --debug
          """);

  /// Swoole takes one family for `0.0.0.0`, RoadRunner and FrankenPHP take both.
  private static final Hosts OCTANE =
      Hosts.of(
          """
          0.0.0.0    any
          ::         dual
          localhost  two loopbacks
          """);

  private Artisan() {}

  /// What a command of artisan starts.
  ///
  /// @param words what is given to artisan, its command first
  static Launched read(Invocation call, List<Text> words, Hosts builtIn) {
    String command = words.isEmpty() ? "" : words.getFirst().value();
    Given line = OPTIONS.read(words);
    return switch (command) {
      case "serve" -> {
        Serving serving = new Serving("artisan serve", call);
        Setting host = line.last("--host").or(() -> call.filled("SERVER_HOST"));
        Setting port = line.last("--port").or(() -> call.filled("SERVER_PORT"));
        serving.listen(builtIn, Protocol.HTTP, host, "127.0.0.1", port, 8000);
        yield serving.launched();
      }
      case "octane:start", "octane:swoole", "octane:roadrunner", "octane:frankenphp" ->
          octane(call, line, command);
      case "reverb:start" ->
          told(new Serving("reverb", call), Hosts.of("0.0.0.0  0.0.0.0"), line, "0.0.0.0", 8080);
      default ->
          command.matches("(octane|reverb|websockets).*")
              ? Launched.unknown("what `artisan %s` listens on is not read".formatted(command))
              : Launched.NOTHING;
    };
  }

  private static Launched octane(Invocation call, Given line, String command) {
    boolean caddy = command.endsWith("frankenphp") || line.last("--server").is("frankenphp");
    boolean everywhere = line.last("--host").is("0.0.0.0");
    Serving serving = new Serving("octane", call);
    // FrankenPHP makes a site of the host, and a site is on every address.
    boolean unsure = (caddy && !everywhere) || line.has("--caddyfile") || line.has("--rr-config");
    if (unsure) {
      serving.unknown("which addresses FrankenPHP opens for a host is not known");
      return serving.launched();
    }
    return told(serving, OCTANE, line, "127.0.0.1", 8000);
  }

  private static Launched told(
      Serving serving, Hosts hosts, Given line, String usualHost, int usualPort) {
    Setting host = line.last("--host");
    Setting port = line.last("--port");
    Protocol protocol = line.has("--https") ? Protocol.HTTPS : Protocol.HTTP;
    if (host.value().isPresent() && port.value().isPresent()) {
      serving.listen(hosts, protocol, host, "", port, 0);
    } else {
      int number = port.value().flatMap(text -> Quantity.number(text.value())).orElse(usualPort);
      String name = host.value().map(Text::value).orElse(usualHost);
      serving.guess(hosts, protocol, name, number, "config/ and .env may say another address");
    }
    return serving.launched();
  }
}
