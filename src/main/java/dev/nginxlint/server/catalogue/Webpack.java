package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
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

  /// Where it looks for its configuration, the endings being those of the loaders of webpack-cli.
  private static final List<String> FILES =
      List.of(
          "webpack.config.js",
          "webpack.config.cjs",
          "webpack.config.mjs",
          "webpack.config.ts",
          "webpack.config.cts",
          "webpack.config.mts",
          "webpack.config.coffee",
          "webpack.config.babel.js",
          ".webpack/webpack.config.js",
          ".webpack/webpackfile.js");

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
    boolean told = line.has("--port") && line.has("--host");
    if (told || !isConfigured(call, line)) {
      serving.listen(
          NodeHosts.PLAIN, Protocol.HTTP, line.last("--host"), "", line.last("--port"), 8080);
    } else {
      serving.unknown("its configuration file is not read");
    }
    return serving.launched();
  }

  private static boolean isConfigured(Invocation call, Given line) {
    return line.last("--config").isOpen()
        || FILES.stream()
            .anyMatch(path -> !(call.file(path) instanceof Surroundings.Lookup.Absent));
  }
}
