package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Apache httpd: port 80, unless its files, which are not read, say another.
final class Apache implements Program {
  private static final Hosts HOSTS = Hosts.of("(none)  dual");

  @Override
  public List<String> names() {
    return List.of(
        "httpd", "apache2", "apachectl", "apache2ctl", "apache2-foreground", "httpd-foreground");
  }

  @Override
  public Launched read(Invocation call) {
    boolean ends =
        call.arguments().stream()
            .map(Text::value)
            .anyMatch(word -> word.matches("-[tvVSML]|configtest|stop|restart|graceful|status"));
    if (ends) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("httpd", call);
    serving.guess(HOSTS, Protocol.HTTP, "", 80, "the files of Apache are not read");
    return serving.launched();
  }
}
