package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// http-server, of the npm package of that name.
final class HttpServer implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -p --port PORT
          -a HOST
          -P --proxy URL
          -c SECONDS
          -e --ext NAME
          -t SECONDS
          -U --utc
          -S --tls --ssl
          -C --cert FILE
          -K --key FILE
          -o PATH
          -d
          -i
          -g --gzip
          -b --brotli
          -s --silent
          -r --robots
          --cors
          --username NAME
          --password WORD
          --no-dotfiles
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("http-server");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = NodeHosts.serving("http-server", call);
    Setting port = line.last("--port").or(() -> call.filled("PORT"));
    Protocol protocol = line.has("--tls") ? Protocol.HTTPS : Protocol.HTTP;
    serving.listen(HOSTS, protocol, line.last("-a"), "0.0.0.0", port, 8080);
    return serving.launched();
  }
}
