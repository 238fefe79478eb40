package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// fastapi run and fastapi dev: uvicorn with other defaults, and with `PORT`.
final class FastApi implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --host HOST
          --port PORT
          --workers N
          --reload
          --no-reload
          --root-path PATH
          --app NAME
          -e --entrypoint NAME
          --proxy-headers
          --no-proxy-headers
          --forwarded-allow-ips LIST
          --reload-dir PATH
          """);

  @Override
  public List<String> names() {
    return List.of("fastapi");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean runs = line.operand(0).is("run");
    if (!runs && !line.operand(0).is("dev")) {
      return Launched.unknown("fastapi is told neither to run nor to dev");
    }
    Serving serving = new Serving("uvicorn", call);
    Optional<Integer> workers =
        line.last("--workers")
            .or(() -> call.filled("WEB_CONCURRENCY"))
            .effective(Quantity::number, 1, "uvicorn")
            .map(Effective::value);
    boolean reloads = line.has("--reload") || (!runs && !line.has("--no-reload"));
    Optional<Boolean> parentBinds = reloads ? Optional.of(true) : workers.map(number -> number > 1);
    Setting port = line.last("--port").or(() -> call.filled("PORT"));
    String usual = runs ? "0.0.0.0" : "127.0.0.1";
    Uvicorn.listen(serving, parentBinds, Protocol.HTTP, line.last("--host"), usual, port);
    serving.keepAlive(
        "timeout_keep_alive",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(5), "uvicorn")));
    serving.backlog(Optional.of(new Effective.Default<>(2048, "uvicorn")));
    return serving.launched();
  }
}
