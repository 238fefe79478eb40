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
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// flask run: the command line, or `FLASK_RUN_HOST` and `FLASK_RUN_PORT`, which may also stand in
/// `.flaskenv` or `.env`; `PORT` means nothing to it.
final class Flask implements Program {
  private static final Options GLOBAL =
      Options.exact(
              """
              -A --app NAME
              -e --env-file FILE
              --debug
              --no-debug
              --version
              --help
              """)
          .untilOperand();

  private static final Options RUN =
      Options.exact(
          """
          -h --host HOST
          -p --port PORT
          --cert FILE
          --key FILE
          --reload
          --no-reload
          --debug
          --no-debug
          --debugger
          --no-debugger
          --with-threads
          --without-threads
          --extra-files LIST
          --exclude-patterns LIST
          """);

  private static final Set<String> QUIET = Set.of("db", "shell", "routes", "translate", "assets");

  static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("flask");
  }

  @Override
  public Launched read(Invocation call) {
    Given global = GLOBAL.read(call.arguments());
    if (!global.operand(0).is("run")) {
      boolean quiet =
          global.operand(0).value().map(Text::value).filter(QUIET::contains).isPresent();
      return quiet
          ? Launched.NOTHING
          : Launched.unknown("what this command of the Flask application does is in its code");
    }
    Given line = RUN.read(global.operands().subList(1, global.operands().size()));
    Setting host = line.last("--host").or(() -> variable(call, "FLASK_RUN_HOST"));
    Setting port = line.last("--port").or(() -> variable(call, "FLASK_RUN_PORT"));
    Serving serving = new Serving("flask", call);
    Protocol protocol = line.has("--cert") ? Protocol.HTTPS : Protocol.HTTP;
    Optional<Text> socket = host.value().filter(text -> text.value().startsWith("unix://"));
    socket.ifPresentOrElse(
        text -> serving.unix(protocol, text.value().substring(7), text.span(), SocketFile.PLAIN),
        () -> serving.listen(HOSTS, protocol, host, "127.0.0.1", port, 5000));
    serving.keepAlive(new Limits.KeepAlive.Never());
    serving.backlog(Optional.of(new Effective.Default<>(128, "flask")));
    return serving.launched();
  }

  private static Setting variable(Invocation call, String name) {
    return call.filled(name).or(() -> dotenv(call, name));
  }

  /// python-dotenv reads these files if it is installed, which no file tells for sure.
  private static Setting dotenv(Invocation call, String name) {
    for (String file : List.of(".flaskenv", ".env")) {
      if (call.file(file) instanceof Surroundings.Lookup.Present(SourceFile found)
          && found.text().contains(name)) {
        return new Setting.Unknown("%s may set %s".formatted(file, name));
      }
    }
    return new Setting.Absent();
  }
}
