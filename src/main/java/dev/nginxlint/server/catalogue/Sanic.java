package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;

/// sanic: its host is `-H`, its socket `-u`.
final class Sanic implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          -H --host HOST
          -p --port PORT
          -u --unix PATH
          -w --workers N
          --fast
          --http VERSION
          --cert FILE
          --key FILE
          --tls DIR
          -d --dev
          --debug
          --factory
          --access-logs
          --no-access-logs
          --single-process
          """);

  private static final Hosts HOSTS = Hosts.of("[::]  dual");

  @Override
  public List<String> names() {
    return List.of("sanic");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("sanic", call);
    Protocol protocol = line.has("--cert") || line.has("--tls") ? Protocol.HTTPS : Protocol.HTTP;
    if (line.last("--unix") instanceof Setting.Value(Text path)) {
      Effective<Integer> mode = new Effective.Default<>(0666, "sanic");
      serving.unix(protocol, path.value(), path.span(), SocketFile.mode(mode));
    } else if (line.last("--host").is("localhost") || line.last("--host").is("::")) {
      serving.unknown("which families sanic takes for this host is not known");
    } else {
      serving.listen(HOSTS, protocol, line.last("--host"), "127.0.0.1", line.last("--port"), 8000);
    }
    return serving.launched();
  }
}
