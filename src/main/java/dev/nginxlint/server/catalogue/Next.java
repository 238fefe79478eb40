package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Set;

/// next start and next dev: `-p` or `PORT`, `-H`; `HOSTNAME` counts only in a standalone build.
final class Next implements Program {
  /// What `output: "standalone"` leaves behind to be started with node.
  static final String STANDALONE = "(?:.*/)?\\.next/standalone/(?:.*/)?server\\.js";

  private static final Options OPTIONS =
      Options.exact(
          """
          -p --port PORT
          -H --hostname HOST
          --keepAliveTimeout MILLISECONDS
          --turbo
          --turbopack
          --experimental-https
          """);

  @Override
  public List<String> names() {
    return List.of("next");
  }

  /// The standalone build (next, packages/next/src/build/utils.ts, `writeStandaloneServer`).
  static Launched standalone(Invocation call, Text script) {
    Serving serving = NodeHosts.serving("next", call).described("next", script.span());
    serving.listen(
        NodeHosts.PLAIN,
        Protocol.HTTP,
        call.filled("HOSTNAME"),
        "0.0.0.0",
        call.filled("PORT"),
        3000);
    Setting idle = call.filled("KEEP_ALIVE_TIMEOUT");
    serving.keepAlive(
        "KEEP_ALIVE_TIMEOUT",
        idle.isOpen() ? idle.written(Quantity::milliseconds) : NodeHosts.IDLE);
    return serving.launched();
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("dev");
    if (!Set.of("start", "dev").contains(command)) {
      return Launched.NOTHING;
    }
    Serving serving = NodeHosts.serving("next", call).described("next " + command, call.at());
    Setting port = line.last("--port").or(() -> call.filled("PORT"));
    Protocol protocol = line.has("--experimental-https") ? Protocol.HTTPS : Protocol.HTTP;
    serving.listen(NodeHosts.PLAIN, protocol, line.last("--hostname"), "", port, 3000);
    serving.keepAlive(
        "--keepAliveTimeout",
        line.last("--keepAliveTimeout").written(Quantity::milliseconds).or(() -> NodeHosts.IDLE));
    return serving.launched();
  }
}
