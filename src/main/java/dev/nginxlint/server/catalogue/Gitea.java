package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.IniSettings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.syntax.ini.IniDialect;
import java.util.List;

/// Gitea and Forgejo: `--port` goes before the `[server]` of app.ini (`modules/setting/server.go`).
final class Gitea implements Program {
  private static final String SECTION = "server";

  private static final Options OPTIONS =
      Options.oneDash(
          """
          -c -config --config FILE
          -p -port --port PORT
          -install-port --install-port PORT
          -P -pid --pid FILE
          -q -quiet --quiet
          -verbose --verbose
          -w -work-path --work-path DIR
          -C -custom-path --custom-path DIR
          """);

  @Override
  public List<String> names() {
    return List.of("gitea", "forgejo");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Setting command = line.operand(0);
    if (!(command instanceof Setting.Absent || command.is("web"))) {
      return Launched.NOTHING;
    }
    IniSettings file =
        IniSettings.of(
            call,
            line.last("--config"),
            IniDialect.GO,
            "where its app.ini is depends on its build");
    Serving serving = new Serving(call.name(), call);
    Setting port = line.last("--port").or(() -> file.get(SECTION, "HTTP_PORT"));
    Setting host = file.get(SECTION, "HTTP_ADDR");
    Grafana.listen(serving, file.get(SECTION, "PROTOCOL"), host, port);
    return serving.launched();
  }
}
