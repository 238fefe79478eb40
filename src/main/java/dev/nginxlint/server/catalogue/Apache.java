package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Apache httpd: what the `Listen` lines of its files say; port 80 where those are not in view.
final class Apache implements Program {
  private static final Hosts HOSTS = Hosts.of("(none)  dual");

  /// Where packages and the image have the main file.
  private static final List<String> MAINS =
      List.of(
          "/etc/apache2/apache2.conf",
          "/etc/httpd/conf/httpd.conf",
          "/usr/local/apache2/conf/httpd.conf");

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
    boolean told = call.arguments().stream().anyMatch(word -> word.value().matches("-[fd].*"));
    if (told || !read(call, serving)) {
      serving.guess(HOSTS, Protocol.HTTP, "", 80, "the files of Apache are not in view");
    }
    return serving.launched();
  }

  private static boolean read(Invocation call, Serving serving) {
    for (String main : MAINS) {
      if (call.around().file(main) instanceof Surroundings.Lookup.Present(SourceFile file)) {
        String root = Paths.parent(main).replaceFirst("/conf$", "");
        return new ApacheFiles(call, serving, root).read(file);
      }
    }
    return false;
  }
}
