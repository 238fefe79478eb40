package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Uptime Kuma: arguments go before its own variables, those before `PORT` and `HOST`
/// (`server/server.js`, `server/config.js`).
final class UptimeKuma {
  /// How the path of its script ends where its repository is cloned.
  static final String SCRIPT = "/uptime-kuma/server/server.js";

  /// Values are attached; whatever else there is means nothing.
  private static final Options OPTIONS =
      Options.exact(
          """
          --port [PORT]
          --host [HOST]
          --ssl-key [FILE]
          --ssl-cert [FILE]
          --data-dir [DIR]
          """);

  private UptimeKuma() {}

  static Launched read(Invocation call, Text script, List<Text> arguments) {
    Given line = OPTIONS.read(arguments);
    Serving serving =
        NodeHosts.serving("uptime-kuma", call).described("uptime-kuma", script.span());
    Setting certificate = told(call, line, "--ssl-cert", "SSL_CERT");
    serving.listen(
        NodeHosts.PLAIN,
        certificate.value().isPresent() ? Protocol.HTTPS : Protocol.HTTP,
        told(call, line, "--host", "HOST"),
        "",
        told(call, line, "--port", "PORT"),
        3001);
    return serving.launched();
  }

  private static Setting told(Invocation call, Given line, String option, String variable) {
    return line.last(option)
        .or(() -> call.filled("UPTIME_KUMA_" + variable))
        .or(() -> call.filled(variable));
  }
}
