package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// rails server, which is puma: `-b` and `-p` or `BINDING` and `PORT` replace what `config/puma.rb`
/// binds; without them the file's `port` gets the host of the environment.
final class Rails implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -b --binding IP
          -p --port PORT
          -e --environment NAME
          -u --using NAME
          -c --config FILE
          -d --daemon
          -P --pid FILE
          -C --dev-caching
          --no-dev-caching
          --early-hints
          --log-to-stdout
          """);

  private static final Set<String> QUIET =
      Set.of("console", "c", "runner", "r", "generate", "g", "test", "t", "dbconsole", "assets");

  @Override
  public List<String> names() {
    return List.of("rails");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("");
    if (!command.equals("server") && !command.equals("s")) {
      return QUIET.contains(command) || command.contains(":")
          ? Launched.NOTHING
          : Launched.unknown("what `rails %s` does is not known".formatted(command));
    }
    Serving serving =
        new Serving("puma", call)
            .described("rails server", call.at())
            .activation(Activation.MATCHES_BINDS);
    Setting environment = PumaFile.environment(call, line.last("--environment"));
    Setting host = line.last("--binding").or(() -> call.filled("BINDING"));
    Setting port = line.last("--port").or(() -> call.filled("PORT"));
    CodeSettings file = PumaFile.of(call, line.last("--config"), line.last("--environment"));
    PumaBinds binds = new PumaBinds(serving, PumaVersion.of(call));
    if (!host.isOpen() && environment instanceof Setting.Unknown(String why)) {
      serving.unknown(why);
    } else if (host.isOpen() || port.isOpen()) {
      serving.listen(PumaBinds.HOSTS, Protocol.HTTP, host, usual(environment), port, 3000);
    } else {
      file(serving, binds, file, usual(environment));
    }
    binds.limits(call, file);
    return serving.launched();
  }

  private static String usual(Setting environment) {
    boolean development = !environment.isOpen() || environment.is("development");
    return development ? "localhost" : "0.0.0.0";
  }

  private static void file(Serving serving, PumaBinds binds, CodeSettings file, String usualHost) {
    boolean silent = file.all("bind").isEmpty() && file.all("port").isEmpty();
    boolean hides = file.hidden("bind").isPresent() || file.hidden("port").isPresent();
    if (silent && !hides) {
      serving.listen(PumaBinds.HOSTS, Protocol.HTTP, usualHost, 3000);
      return;
    }
    for (Statement port : file.all("port")) {
      Setting host = file.argument(port, 1);
      Setting number = file.argument(port, 0);
      serving.listen(PumaBinds.HOSTS, Protocol.HTTP, host, usualHost, number, 3000);
    }
    for (Statement bind : file.all("bind")) {
      switch (file.argument(bind, 0)) {
        case Setting.Value(Text uri) -> binds.bind(uri);
        case Setting.Unknown(String why) -> serving.unknown(why);
        case Setting.Absent() -> {}
      }
    }
    Stream.of("bind", "port")
        .flatMap(name -> file.hidden(name).stream())
        .forEach(hidden -> serving.unknown(hidden.why()));
  }
}
