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
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.literal.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// unicorn: 0.0.0.0:8080 unless something is told; the addresses of the command line and of the
/// file add up.
final class Unicorn implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -l --listen ADDRESS
          -o --host HOST
          -p --port PORT
          -c --config-file FILE
          -E --env NAME
          -D --daemonize
          -N --no-default-middleware
          -e --eval LINE
          -I --include PATH
          -r --require LIBRARY
          -s --server SERVER
          -d --debug
          -w --warn
          -v --version
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          *          0.0.0.0
          ::         dual
          [::]       dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("unicorn", "unicorn_rails");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = new Serving("unicorn", call);
    CodeSettings file =
        switch (line.last("--config-file")) {
          case Setting.Value(Text path) ->
              CodeSettings.of(call, call.file(path.value()), Statement.Form.CALLED)
                  .at(path.value());
          case Setting.Absent(), Setting.Unknown _ ->
              CodeSettings.of(call, new Surroundings.Lookup.Absent(), Statement.Form.CALLED);
        };
    Effective<Integer> open = new Effective.Default<>(0777, "unicorn");
    line.all("--listen").forEach(address -> listen(serving, address, open));
    boolean apart = line.has("--host") || line.has("--port");
    if (apart) {
      serving.listen(
          HOSTS, Protocol.HTTP, line.last("--host"), "0.0.0.0", line.last("--port"), 8080);
    }
    Map<Span, Effective<Integer>> queues = new HashMap<>();
    for (Statement statement : file.all("listen")) {
      file(serving, file, statement);
      file.option(statement, "backlog")
          .written(Quantity::number)
          .ifPresent(
              length ->
                  file.argument(statement, 0)
                      .value()
                      .ifPresent(address -> queues.put(address.span(), length)));
    }
    file.hidden("listen").ifPresent(hidden -> serving.unknown(hidden.why()));
    boolean told = apart || line.has("--listen") || !file.all("listen").isEmpty();
    boolean usual = !told && file.hidden("listen").isEmpty();
    if (usual) {
      serving.listen(HOSTS, Protocol.HTTP, "0.0.0.0", 8080);
    }
    serving.activation(usual ? Activation.REPLACES_BINDS : Activation.JOINS_BINDS);
    serving.keepAlive(new Limits.KeepAlive.Never());
    serving.request(
        "timeout",
        file.get("timeout").effective(Quantity::seconds, Duration.ofMinutes(1), "unicorn"));
    serving.backlog(Optional.of(new Effective.Default<>(1024, "unicorn")));
    atLeast(serving, file, "timeout", 3);
    atLeast(serving, file, "worker_processes", 1);
    return serving
        .launched()
        .each(served -> served.binds(queued(served.binds(), queues), served.unknown()));
  }

  private static List<Bind> queued(List<Bind> binds, Map<Span, Effective<Integer>> queues) {
    return binds.stream()
        .map(bind -> bind.queueing(Optional.ofNullable(queues.get(bind.at()))))
        .toList();
  }

  /// What it refuses to be set lower (`set_int` in `lib/unicorn/configurator.rb`).
  private static void atLeast(Serving serving, CodeSettings file, String name, int least) {
    for (Statement statement : file.all(name)) {
      file.argument(statement, 0)
          .written(Quantity::number)
          .filter(number -> number.value() < least)
          .ifPresent(
              number ->
                  serving
                      .faults()
                      .refusesNumber(
                          statement.at(),
                          "too low (< %s): %s=%s".formatted(least, name, number.value()),
                          "let %s be %s or more".formatted(name, least)));
    }
  }

  private static void file(Serving serving, CodeSettings file, Statement statement) {
    Effective<Integer> mode =
        file.option(statement, "umask")
            .effective(Quantity::literal, 0, "unicorn")
            .orElse(new Effective.Default<>(0, "unicorn"))
            .map(umask -> 0777 & ~umask);
    switch (file.argument(statement, 0)) {
      case Setting.Value(Text address) -> listen(serving, address, mode);
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Absent() -> {}
    }
  }

  private static void listen(Serving serving, Text address, Effective<Integer> mode) {
    String value = address.value();
    if (value.startsWith("/") || value.startsWith("unix:") || value.startsWith("~")) {
      String path = value.startsWith("unix:") ? value.substring(5) : value;
      serving.unix(Protocol.HTTP, path, address.span(), SocketFile.mode(mode));
    } else if (Quantity.number(value).isPresent()) {
      serving.listen(HOSTS, Protocol.HTTP, "0.0.0.0", value, address.span());
    } else {
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, Protocol.HTTP, parts.host(), parts.port(), address.span());
    }
  }
}
