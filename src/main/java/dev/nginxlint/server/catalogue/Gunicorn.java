package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.CodeSettings;
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
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.command.ComposeWords;
import dev.nginxlint.syntax.literal.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// gunicorn: the command line goes before `GUNICORN_CMD_ARGS`, that before `gunicorn.conf.py`, and
/// `PORT` only changes the default.
final class Gunicorn implements Program {
  private static final Options OPTIONS = Options.argparse(GunicornOptions.TABLE);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("gunicorn", "gunicorn3");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean onlyTells =
        line.has("--check-config") || line.has("--print-config") || line.has("--version");
    return onlyTells ? Launched.NOTHING : new Reading(call, line).launched();
  }

  private static final class Reading {
    private final Invocation call;
    private final Given line;
    private final Given environment;
    private final CodeSettings file;
    private final Serving serving;

    private Reading(Invocation start, Given line) {
      this.line = line;
      Setting cmdArgs = start.environment("GUNICORN_CMD_ARGS");
      Given given =
          OPTIONS.read(
              cmdArgs
                  .value()
                  .map(text -> ComposeWords.split(text).tree().words())
                  .orElse(List.of()));
      boolean unseen = cmdArgs instanceof Setting.Unknown && !line.has("--bind");
      environment = unseen ? given.hiding("GUNICORN_CMD_ARGS may be set") : given;
      String path = line.last("--config").value().map(Text::value).orElse("gunicorn.conf.py");
      file = CodeSettings.of(start, configuration(start), Statement.Form.ASSIGNED).at(path);
      Optional<Text> chdir = setting("--chdir", "chdir").value();
      call = chdir.map(directory -> start.in(directory.value())).orElse(start);
      serving = new Serving("gunicorn", call).activation(Activation.REPLACES_BINDS);
    }

    /// The file of `-c`, or the one in the directory where gunicorn is started, whatever `--chdir`
    /// says. Where we cannot see that directory, who binds on the command line is taken to have
    /// none.
    private Surroundings.Lookup configuration(Invocation start) {
      Setting given = named();
      Surroundings.Lookup usual = start.file("gunicorn.conf.py");
      boolean bound = line.has("--bind") || environment.has("--bind");
      return switch (given) {
        case Setting.Unknown(String why) -> new Surroundings.Lookup.Unseen(why);
        case Setting.Absent() ->
            bound && usual instanceof Surroundings.Lookup.Unseen
                ? new Surroundings.Lookup.Absent()
                : usual;
        case Setting.Value(Text text) ->
            text.value().startsWith("python:")
                ? new Surroundings.Lookup.Unseen("its configuration is a Python module")
                : start.file(text.value().replaceFirst("^file:", ""));
      };
    }

    /// The file that somebody says is to be read.
    private Setting named() {
      return line.last("--config").or(() -> environment.last("--config"));
    }

    private Setting setting(String option, String key) {
      return line.last(option).or(() -> environment.last(option)).or(() -> file.get(key));
    }

    private Launched launched() {
      serving.speaks(protocol());
      binds();
      limits();
      if (setting("--user", "user").isOpen()) {
        serving.opensAsRoot();
      }
      serving.runsAs(
          setting("--user", "user").written(Quantity::word),
          setting("--group", "group").written(Quantity::word));
      return serving.launched();
    }

    private void binds() {
      List<Setting> addresses = addresses();
      for (Setting address : addresses) {
        switch (address) {
          case Setting.Value(Text text) -> bind(text);
          case Setting.Unknown(String why) -> serving.unknown(why);
          case Setting.Absent() -> {}
        }
      }
      Setting port = call.environment("PORT");
      String host = port.isOpen() ? "0.0.0.0" : "127.0.0.1";
      if (addresses.stream().noneMatch(Setting::isOpen)) {
        serving.listen(HOSTS, protocol(), new Setting.Absent(), host, port, 8000);
      } else if (addresses.stream().allMatch(Setting.Unknown.class::isInstance)
          && !named().isOpen()
          && !port.isOpen()) {
        // Where nobody names a file there rarely is one.
        serving.perhaps(HOSTS, protocol(), host, "8000", call.at());
      }
    }

    /// A list replaces the one below it; none is ever merged.
    private List<Setting> addresses() {
      for (Given given : List.of(line, environment)) {
        List<Setting> all = new ArrayList<>();
        given.all("--bind").forEach(text -> all.add(new Setting.Value(text)));
        given.hidden().ifPresent(why -> all.add(new Setting.Unknown(why)));
        if (!all.isEmpty()) {
          return all;
        }
      }
      return file.list("bind");
    }

    private void bind(Text address) {
      String value = address.value();
      Optional<String> meant = meant(value);
      if (meant.isPresent()) {
        String taken = "gunicorn takes `%s` for the name of a host; ".formatted(value);
        serving.fatal(address.span(), taken + meant.get());
      } else if (value.startsWith("unix:")) {
        String path = value.substring(value.startsWith("unix://") ? 7 : 5);
        serving.unix(protocol(), path, address.span(), SocketFile.mode(mode()));
      } else if (value.startsWith("fd://")) {
        Quantity.number(value.substring(5))
            .ifPresent(fd -> serving.inherits(fd, protocol(), address.span()));
        serving.activation(Activation.TAKES_TWICE);
      } else {
        Text bare = value.startsWith("tcp://") ? address.slice(6, address.length()) : address;
        Addresses parts = Addresses.atFirstColon(bare, "8000");
        serving.listen(HOSTS, protocol(), parts.host(), parts.port(), address.span());
      }
    }

    private static Optional<String> meant(String value) {
      if (value.startsWith("/")) {
        return Optional.of("a Unix socket is written `unix:%s`".formatted(value));
      }
      if (value.indexOf(',') >= 0) {
        return Optional.of("each address needs a --bind of its own");
      }
      return Quantity.number(value)
          .map(port -> "a port on every address is written `:%s`".formatted(port));
    }

    /// The umask is gunicorn's own, 0 if it is not set, and the process's does not count.
    private Effective<Integer> mode() {
      return setting("--umask", "umask")
          .effective(Quantity::literal, 0, "gunicorn")
          .orElse(new Effective.Default<>(0, "gunicorn"))
          .map(umask -> 0777 & ~umask);
    }

    private Protocol protocol() {
      if (setting("--protocol", "protocol").is("uwsgi")) {
        return Protocol.UWSGI;
      }
      if (setting("--http2-cleartext", "http2_cleartext").value().isPresent()) {
        return Protocol.TCP;
      }
      return setting("--certfile", "certfile").value().isPresent() ? Protocol.HTTPS : Protocol.HTTP;
    }

    /// Only sync workers end a long request and close after every answer; threads beside `sync`
    /// make it gthread.
    private void limits() {
      serving.graceful(
          setting("--graceful-timeout", "graceful_timeout")
              .effective(Quantity::seconds, Duration.ofSeconds(30), "gunicorn"));
      serving.backlog(
          setting("--backlog", "backlog").effective(Quantity::number, 2048, "gunicorn"));
      Setting worker = setting("--worker-class", "worker_class");
      Setting threads = setting("--threads", "threads");
      boolean sync = !worker.isOpen() || worker.is("sync");
      serving.intake(
          Optional.empty(),
          GunicornHeader.limit(
              worker, setting("--limit-request-field_size", "limit_request_field_size")));
      if (sync
          && (!threads.isOpen() || threads.is("1"))
          && setting("--worker-connections", "worker_connections")
              instanceof Setting.Value(Text connections)) {
        serving
            .faults()
            .contradicts(
                connections.span(),
                "sync workers take one request at a time, and worker_connections does not change"
                    + " that");
      }
      if (sync && (!threads.isOpen() || threads.is("1"))) {
        serving.keepAlive(new Limits.KeepAlive.Never());
        serving.request(
            "--timeout",
            setting("--timeout", "timeout")
                .effective(Quantity::seconds, Duration.ofSeconds(30), "gunicorn"));
      } else if (keepsAlive(worker) || (sync && !(threads instanceof Setting.Unknown))) {
        serving.keepAlive(
            "--keep-alive",
            setting("--keep-alive", "keepalive")
                .effective(Quantity::seconds, Duration.ofSeconds(2), "gunicorn"));
      }
    }

    private static boolean keepsAlive(Setting worker) {
      return worker
          .value()
          .filter(text -> text.value().matches("gthread|gevent|eventlet|.*\\buvicorn.*"))
          .isPresent();
    }
  }
}
