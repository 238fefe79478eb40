package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// rackup: on localhost in development, on every address otherwise.
final class Rackup implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -o --host HOST
          -p --port PORT
          -E --env NAME
          -s --server NAME
          -D --daemonize
          -P --pid FILE
          -O --option NAME
          -I --include PATH
          -r --require LIBRARY
          -e --eval LINE
          -q --quiet
          """);

  @Override
  public List<String> names() {
    return List.of("rackup");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("rackup", call).activation(Activation.MATCHES_BINDS);
    Setting environment = line.last("--env").or(() -> call.filled("RACK_ENV"));
    boolean development = !environment.isOpen() || environment.is("development");
    if (environment instanceof Setting.Unknown(String why) && !line.has("--host")) {
      serving.unknown(why);
    } else {
      String usual = development ? "localhost" : PumaVersion.of(call).anyHost();
      serving.listen(
          PumaBinds.HOSTS, Protocol.HTTP, line.last("--host"), usual, line.last("--port"), 9292);
    }
    return serving.launched();
  }
}
