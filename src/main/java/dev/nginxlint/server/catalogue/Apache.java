package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;

/// Apache httpd: what the `Listen` lines of its files say; port 80 where those are not in view.
final class Apache implements Program {
  private static final Hosts HOSTS = Hosts.of("(none)  dual");

  private static final Options OPTIONS =
      Options.getopt(
          """
          -f FILE
          -d DIR
          -D NAME
          -k COMMAND
          -e LEVEL
          -E FILE
          -C DIRECTIVE
          -c DIRECTIVE
          -X
          """);

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
    Given line = OPTIONS.read(call.arguments());
    boolean conditional = line.has("-C") || line.has("-c");
    if (conditional || line.hidden().isPresent() || !read(call, line, serving)) {
      serving.guess(HOSTS, Protocol.HTTP, "", 80, "the files of Apache are not in view");
    }
    return serving.launched();
  }

  /// `-d` is the root that all paths count from, `-f` the main file.
  private static boolean read(Invocation call, Given line, Serving serving) {
    Optional<String> root = line.last("-d").value().flatMap(text -> call.path(text.value()));
    Optional<String> told = line.last("-f").value().map(Text::value);
    List<String> mains =
        told.map(file -> Paths.resolve(root.orElse("/"), file))
            .map(List::of)
            .orElseGet(() -> root.map(at -> List.of(at + "/conf/httpd.conf")).orElse(MAINS));
    boolean rootless = told.filter(file -> !file.startsWith("/")).isPresent() && root.isEmpty();
    for (String main : rootless ? List.<String>of() : mains) {
      if (call.around().file(main) instanceof Surroundings.Lookup.Present(SourceFile file)) {
        String home = root.orElseGet(() -> Paths.parent(main).replaceFirst("/conf$", ""));
        return new ApacheFiles(call, serving, home).read(file);
      }
    }
    return false;
  }
}
