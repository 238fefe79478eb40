package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// thin start: with `-s N` there are N servers, on as many ports or sockets.
final class Thin implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -a --address HOST
          -p --port PORT
          -S --socket FILE
          -s --servers NUM
          -C --config FILE
          -c --chdir DIR
          -R --rackup FILE
          -A --adapter NAME
          -e --environment NAME
          -l --log FILE
          -P --pid FILE
          -u --user NAME
          -g --group NAME
          -t --timeout SECONDS
          -r --require FILE
          --prefix PATH
          --tag NAME
          --max-conns N
          --max-persistent-conns N
          --ssl
          --ssl-key-file PATH
          --ssl-cert-file PATH
          -d --daemonize
          -O --onebyone
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("thin");
  }

  @Override
  public Launched read(Invocation start) {
    Given line = OPTIONS.read(start.arguments());
    if (!line.operand(0).is("start")) {
      return Launched.NOTHING;
    }
    Invocation call = line.last("--chdir").value().map(dir -> start.in(dir.value())).orElse(start);
    Serving serving = new Serving("thin", call);
    Protocol protocol = line.has("--ssl") ? Protocol.HTTPS : Protocol.HTTP;
    if (line.has("--config")) {
      serving.unknown("its configuration file is not read");
    } else if (line.has("--servers")) {
      serving.unknown("it is told to start several servers");
    } else if (line.last("--socket") instanceof Setting.Value(Text path)
        && path.value().indexOf('/') < 0) {
      serving.fatal(path.span(), "thin takes a path without / for the name of a host");
    } else if (line.last("--socket") instanceof Setting.Value(Text path)) {
      Effective<Integer> mode = new Effective.Default<>(0777, "thin");
      serving.unix(protocol, path.value(), path.span(), SocketFile.mode(mode));
    } else {
      serving.listen(HOSTS, protocol, line.last("--address"), "0.0.0.0", line.last("--port"), 3000);
    }
    serving.runsAs(
        line.last("--user").written(Quantity::word), line.last("--group").written(Quantity::word));
    serving.keepAlive(
        "--timeout",
        line.last("--timeout").effective(Quantity::seconds, Duration.ofSeconds(30), "thin"));
    serving.backlog(Optional.of(new Effective.Default<>(100, "thin")));
    return serving.launched();
  }
}
