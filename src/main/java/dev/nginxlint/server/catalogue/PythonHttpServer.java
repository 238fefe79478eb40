package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;

/// python -m http.server.
final class PythonHttpServer implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -b --bind ADDRESS
          -d --directory DIR
          -p --protocol VERSION
          --cgi
          --tls-cert FILE
          --tls-key FILE
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("http.server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("http.server", call);
    Protocol protocol = line.has("--tls-cert") ? Protocol.HTTPS : Protocol.HTTP;
    serving.listen(HOSTS, protocol, line.last("--bind"), "", line.operand(0), 8000);
    serving.keepAlive(new Limits.KeepAlive.Never());
    serving.backlog(Optional.of(new Effective.Default<>(5, "http.server")));
    return serving.launched();
  }
}
