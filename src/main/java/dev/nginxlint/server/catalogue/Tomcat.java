package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// catalina.sh and its kin: port 8080, unless server.xml, which is not read, says another.
final class Tomcat implements Program {
  private static final Hosts HOSTS = Hosts.of("(none)  dual");

  @Override
  public List<String> names() {
    return List.of("catalina.sh", "startup.sh", "tomcat-start.sh");
  }

  @Override
  public Launched read(Invocation call) {
    boolean starts =
        !call.name().equals("catalina.sh")
            || call.arguments().stream()
                .anyMatch(word -> word.value().equals("run") || word.value().equals("start"));
    if (!starts) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("tomcat", call);
    serving.guess(HOSTS, Protocol.HTTP, "", 8080, "conf/server.xml is not read");
    return serving.launched();
  }
}
