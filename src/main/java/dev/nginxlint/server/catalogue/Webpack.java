package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// webpack serve and webpack-dev-server; what their configuration says is in code.
final class Webpack implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --port PORT
          --host HOST
          -c --config FILE
          --mode NAME
          --hot
          --open
          --env NAME
          """);

  @Override
  public List<String> names() {
    return List.of("webpack", "webpack-dev-server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean serves =
        call.name().equals("webpack-dev-server")
            || line.operand(0).is("serve")
            || line.operand(0).is("s");
    if (!serves) {
      return Launched.NOTHING;
    }
    Serving serving = NodeHosts.serving("webpack-dev-server", call);
    if (line.has("--port") && line.has("--host")) {
      serving.listen(
          NodeHosts.PLAIN, Protocol.HTTP, line.last("--host"), "", line.last("--port"), 8080);
    } else {
      serving.unknown("its configuration file is not read");
    }
    return serving.launched();
  }
}
