package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// python -m aiohttp.web; what `run_app` in code does is in that code.
final class AioHttp implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -H --hostname HOST
          -P --port PORT
          -U --path PATH
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     two
          ::         ::
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("aiohttp.web");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("aiohttp", call);
    serving.listen(
        HOSTS, Protocol.HTTP, line.last("--hostname"), "localhost", line.last("--port"), 8080);
    line.all("--path")
        .forEach(path -> serving.unix(Protocol.HTTP, path.value(), path.span(), SocketFile.PLAIN));
    serving.keepAlive(
        "keepalive_timeout",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(75), "aiohttp")));
    serving.backlog(Optional.of(new Effective.Default<>(128, "aiohttp")));
    return serving.launched();
  }
}
