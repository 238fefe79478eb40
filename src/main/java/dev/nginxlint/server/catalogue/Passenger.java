package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
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

/// passenger start, from its documentation; Passengerfile.json is not read.
final class Passenger implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -a --address HOST
          -p --port PORT
          -S --socket FILE
          -e --environment NAME
          -R --rackup FILE
          -d --daemonize
          --user NAME
          --ssl
          --ssl-port PORT
          --max-pool-size N
          --min-instances N
          --log-file FILE
          --pid-file FILE
          --app-type NAME
          --engine NAME
          --startup-file FILE
          """);

  private static final Hosts HOSTS = Hosts.of("[::]  dual");

  @Override
  public List<String> names() {
    return List.of("passenger");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (!line.operand(0).is("start")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("passenger", call);
    boolean file = call.file("Passengerfile.json") instanceof Surroundings.Lookup.Absent;
    boolean told = line.has("--port") || line.has("--socket");
    if (!file && !told) {
      serving.unknown("Passengerfile.json is not read");
    } else if (line.last("--socket") instanceof Setting.Value(Text path)) {
      Effective<Integer> mode = new Effective.Default<>(0666, "passenger");
      serving.unix(Protocol.HTTP, path.value(), path.span(), SocketFile.mode(mode));
    } else if (line.has("--ssl")) {
      serving.unknown("which of its ports speaks TLS is not read");
    } else {
      serving.listen(
          HOSTS, Protocol.HTTP, line.last("--address"), "0.0.0.0", line.last("--port"), 3000);
    }
    return serving.launched();
  }
}
