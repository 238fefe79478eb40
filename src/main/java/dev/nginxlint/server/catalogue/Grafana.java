package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.IniSettings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.ini.IniDialect;
import java.util.List;
import java.util.Locale;

/// Grafana: `cfg:server.http_port=` goes before GF_SERVER_HTTP_PORT, and that before the file
/// (`pkg/setting/setting.go`).
final class Grafana implements Program {
  private static final Options OPTIONS =
      Options.oneDash(
          """
          -config --config FILE
          -homepath --homepath DIR
          -pidfile --pidfile FILE
          -packaging --packaging NAME
          -configOverrides --configOverrides TEXT
          -v --v
          """);

  @Override
  public List<String> names() {
    return List.of("grafana", "grafana-server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean serves = call.name().equals("grafana-server") || line.operand(0).is("server");
    if (!serves || line.has("--v")) {
      return Launched.NOTHING;
    }
    IniSettings file =
        IniSettings.of(
            call, line.last("--config"), IniDialect.GO, "the conf of its home is not read");
    Serving serving = new Serving("grafana", call);
    Setting host = setting(call, line, file, "http_addr");
    Setting port = setting(call, line, file, "http_port");
    listen(serving, setting(call, line, file, "protocol"), host, port);
    return serving.launched();
  }

  /// Listens as a Go program that is told its protocol beside its address, as Gitea is too.
  static void listen(Serving serving, Setting protocol, Setting host, Setting port) {
    String name = protocol instanceof Setting.Value(Text text) ? text.value() : "http";
    if (protocol instanceof Setting.Unknown(String why)) {
      serving.unknown(why);
    } else if (name.equals("http") || name.equals("https")) {
      Protocol spoken = name.equals("http") ? Protocol.HTTP : Protocol.HTTPS;
      serving.listen(Prometheus.HOSTS, spoken, host, "", port, 3000);
    } else {
      serving.unknown("its protocol is " + name);
    }
  }

  private static Setting setting(Invocation call, Given line, IniSettings file, String key) {
    String prefix = "cfg:server." + key + "=";
    Setting last = new Setting.Absent();
    for (Text word : line.operands()) {
      if (word.value().startsWith(prefix)) {
        last = new Setting.Value(word.slice(prefix.length(), word.length()));
      }
    }
    return last.or(() -> call.filled("GF_SERVER_" + key.toUpperCase(Locale.ROOT)))
        .or(() -> file.get("server", key));
  }
}
