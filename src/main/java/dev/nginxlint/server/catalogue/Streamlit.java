package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.literal.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// streamlit run: the command line, then variables, then `.streamlit/config.toml`.
final class Streamlit implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --server.port PORT
          --server.address HOST
          --server.headless BOOLEAN
          --server.baseUrlPath PATH
          --server.enableCORS BOOLEAN
          --server.enableXsrfProtection BOOLEAN
          --server.enableWebsocketCompression BOOLEAN
          --server.maxUploadSize N
          --server.fileWatcherType NAME
          --server.runOnSave BOOLEAN
          --server.sslCertFile FILE
          --server.sslKeyFile FILE
          --browser.serverAddress HOST
          --browser.serverPort PORT
          --browser.gatherUsageStats BOOLEAN
          --logger.level LEVEL
          --theme.base NAME
          --global.developmentMode BOOLEAN
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          ::         dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("streamlit");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (!line.operand(0).is("run")) {
      return Launched.NOTHING;
    }
    Surroundings.Lookup config = call.file(".streamlit/config.toml");
    CodeSettings file =
        CodeSettings.of(
            call,
            config instanceof Surroundings.Lookup.Unseen && line.has("--server.port")
                ? new Surroundings.Lookup.Absent()
                : config,
            Statement.Form.ASSIGNED);
    Serving serving = new Serving("streamlit", call);
    Setting host =
        line.last("--server.address")
            .or(() -> call.filled("STREAMLIT_SERVER_ADDRESS"))
            .or(() -> file.get("address"));
    Setting port =
        line.last("--server.port")
            .or(() -> call.filled("STREAMLIT_SERVER_PORT"))
            .or(() -> file.get("port"));
    Protocol protocol = line.has("--server.sslCertFile") ? Protocol.HTTPS : Protocol.HTTP;
    serving.listen(HOSTS, protocol, host, "", port, 8501);
    serving.keepAlive(
        "its fixed idle time",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(5), "streamlit")));
    return serving.launched();
  }
}
