package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Overlay;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Map;

/// thrust: a proxy on port 80 before the command that it starts, which it gives `PORT`.
final class Thruster implements Program {
  private static final Hosts HOSTS = Hosts.of("(none)  dual");

  @Override
  public List<String> names() {
    return List.of("thrust");
  }

  @Override
  public Launched read(Invocation call) {
    Serving serving = new Serving("thruster", call);
    Setting port = call.filled("THRUSTER_HTTP_PORT").or(() -> call.filled("HTTP_PORT"));
    serving.listen(HOSTS, Protocol.HTTP, new Setting.Absent(), "", port, 80);
    Setting target = call.filled("THRUSTER_TARGET_PORT").or(() -> call.filled("TARGET_PORT"));
    Text usual = Text.derived("3000", call.at());
    Surroundings around =
        target instanceof Setting.Unknown(String why)
            ? Overlay.with(call.around(), "PORT", new Surroundings.Variable.Unknown(why))
            : Overlay.with(call.around(), Map.of("PORT", target.value().orElse(usual)));
    return serving.launched().and(call.run(call.arguments(), around));
  }
}
