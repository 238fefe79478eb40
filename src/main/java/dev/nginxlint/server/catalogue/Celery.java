package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Locale;

/// celery: workers and beat listen nowhere, flower does.
final class Celery implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -A --app NAME
          -b --broker URL
          --result-backend URL
          --loader NAME
          --config NAME
          --workdir DIR
          -C --no-color
          -q --quiet
          --version
          --port PORT
          --address HOST
          --unix_socket --unix-socket PATH
          --conf FILE
          --certfile FILE
          --keyfile FILE
          --url_prefix --url-prefix PATH
          --basic_auth --basic-auth LIST
          --broker_api --broker-api URL
          --persistent BOOLEAN
          --db FILE
          --max_tasks N
          -l --loglevel LEVEL
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     two
          ::         ::
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("celery", "flower");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean flower =
        call.name().equals("flower")
            || line.operands().stream().anyMatch(word -> word.value().equals("flower"));
    return flower ? flower(call, line) : Launched.NOTHING;
  }

  private static Launched flower(Invocation call, Given line) {
    String path = line.last("--conf").value().map(Text::value).orElse("flowerconfig.py");
    Surroundings.Lookup config = call.file(path);
    boolean told = line.has("--port") || line.has("--address");
    CodeSettings file =
        CodeSettings.of(
            call,
            told && config instanceof Surroundings.Lookup.Unseen
                ? new Surroundings.Lookup.Absent()
                : config,
            Statement.Form.ASSIGNED);
    Setting socket = setting(call, line, file, "--unix_socket").ifSeen();
    Serving serving = new Serving("flower", call);
    if (socket instanceof Setting.Value(Text text) && !text.isEmpty()) {
      serving.unix(Protocol.HTTP, text.value(), text.span(), SocketFile.PLAIN);
    } else {
      Setting host = setting(call, line, file, "--address");
      Setting port = setting(call, line, file, "--port");
      Protocol protocol = line.has("--certfile") ? Protocol.HTTPS : Protocol.HTTP;
      serving.listen(HOSTS, protocol, host, "", port, 5555);
    }
    return serving.launched();
  }

  private static Setting setting(Invocation call, Given line, CodeSettings file, String option) {
    String name = option.substring(2);
    return line.last(option)
        .or(() -> call.filled("FLOWER_" + name.toUpperCase(Locale.ROOT)))
        .or(() -> file.get(name));
  }
}
