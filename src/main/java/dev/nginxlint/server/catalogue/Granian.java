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
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;
import java.util.Locale;

/// granian, from its source: the host must be the literal of an address.
final class Granian implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --host HOST
          --port PORT
          --uds PATH
          --uds-permissions MODE
          --backlog N
          --ssl-certificate FILE
          --ssl-keyfile FILE
          --interface NAME
          --http MODE
          --ws
          --no-ws
          --workers N
          --blocking-threads N
          --runtime-threads N
          --runtime-mode MODE
          --loop NAME
          --task-impl NAME
          --backpressure N
          --http1-header-read-timeout MILLISECONDS
          --log-level LEVEL
          --access-log-fmt FORMAT
          --url-path-prefix PATH
          --workers-lifetime SECONDS
          --process-name NAME
          --pid-file FILE
          --working-dir DIR
          --static-path-mount DIR
          --reload
          --factory
          --access-log
          --no-access-log
          --metrics
          """);

  /// What the standard library of Rust makes of a host that is to be an address.
  static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          localhost  refused
          """);

  @Override
  public List<String> names() {
    return List.of("granian");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("granian", call);
    boolean plain = line.has("--host") || line.has("--port");
    Setting path = either(call, line, "--uds");
    Setting host = either(call, line, "--host");
    Protocol protocol =
        either(call, line, "--ssl-certificate").value().isPresent()
            ? Protocol.HTTPS
            : Protocol.HTTP;
    if (path instanceof Setting.Value(Text text)) {
      SocketFile file =
          either(call, line, "--uds-permissions")
              .written(Quantity::octal)
              .map(SocketFile::mode)
              .orElse(SocketFile.PLAIN);
      serving.unix(protocol, text.value(), text.span(), file);
    } else if (!plain && path instanceof Setting.Unknown(String why)) {
      serving.unknown(why);
    } else if (isName(host)) {
      host.value()
          .ifPresent(
              text ->
                  serving.fatal(
                      text.span(),
                      "granian takes no names here, only addresses, so it does not start"));
    } else {
      serving.listen(HOSTS, protocol, host, "127.0.0.1", either(call, line, "--port"), 8000);
    }
    serving.backlog(either(call, line, "--backlog").effective(Quantity::number, 1024, "granian"));
    return serving.launched();
  }

  private static boolean isName(Setting host) {
    return host.value().filter(text -> text.value().matches("[A-Za-z][A-Za-z0-9.-]*")).isPresent();
  }

  private static Setting either(Invocation call, Given line, String option) {
    String name = option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    return line.last(option).or(() -> call.filled("GRANIAN_" + name));
  }
}
