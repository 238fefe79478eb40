package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Jenkins as its packages start it: variables that /usr/bin/jenkins makes options of.
final class Jenkins implements Program {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          0.0.0.0    dual
          ::         dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("jenkins");
  }

  @Override
  public Launched read(Invocation call) {
    Serving serving = new Serving("jenkins", call);
    Setting port = call.filled("JENKINS_PORT");
    boolean more =
        !call.arguments().isEmpty()
            || call.filled("JENKINS_OPTS").isOpen()
            || call.filled("JENKINS_HTTPS_PORT").isOpen()
            || port.is("-1");
    if (more) {
      serving.unknown("its options may say another address");
    } else {
      serving.listen(HOSTS, Protocol.HTTP, call.filled("JENKINS_LISTEN_ADDRESS"), "", port, 8080);
    }
    return serving.launched();
  }
}
