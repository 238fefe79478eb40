package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// json-server: localhost:3000 unless it is told otherwise; `PORT` means nothing to it.
final class JsonServer implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -p --port PORT
          -H --host HOST
          -s --static DIR
          -c --config FILE
          -m --middlewares FILE
          -r --routes FILE
          -i --id NAME
          -d --delay TIME
          -S --snapshots DIR
          -w --watch
          -q --quiet
          --ro --read-only
          --nc --no-cors
          --ng --no-gzip
          -h --help
          -v --version
          """);

  @Override
  public List<String> names() {
    return List.of("json-server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("--help") || line.has("--version")) {
      return Launched.NOTHING;
    }
    Serving serving = NodeHosts.serving("json-server", call);
    serving.listen(
        NodeHosts.PLAIN,
        Protocol.HTTP,
        line.last("--host"),
        "localhost",
        line.last("--port"),
        3000);
    return serving.launched();
  }
}
