package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Prometheus and the programs around it, which take their address in one way
/// (`web/toolkit_flags.go` of exporter-toolkit).
///
/// @param port where it listens if nobody says otherwise
record Prometheus(List<String> names, int port) implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --web.listen-address ADDRESS
          --web.config.file FILE
          --config.file FILE
          --web.external-url URL
          --web.route-prefix PATH
          --storage.tsdb.path DIR
          --storage.tsdb.retention.time TIME
          --storage.path DIR
          --web.console.templates DIR
          --web.console.libraries DIR
          --web.telemetry-path PATH
          --cluster.listen-address ADDRESS
          --cluster.advertise-address ADDRESS
          --cluster.peer ADDRESS
          --web.enable-lifecycle
          --web.enable-admin-api
          --web.systemd-socket
          --log.level LEVEL
          --log.format FORMAT
          --version
          --help
          """);

  /// Every name of this machine leads to 127.0.0.1 in Go, and a wildcard takes both families.
  static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          0.0.0.0    dual
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("--version") || line.has("--help")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving(names.getFirst(), call);
    List<Text> addresses = line.all("--web.listen-address");
    boolean holes = call.arguments().stream().anyMatch(Hole::in);
    if (holes && addresses.isEmpty()) {
      serving.unknown("part of its command line is not known");
    } else if (line.has("--web.systemd-socket")) {
      serving.unknown("its sockets are systemd's");
    } else if (addresses.isEmpty()) {
      serving.listen(HOSTS, protocol(call, line), "", port);
    }
    for (Text address : addresses) {
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, protocol(call, line), parts.host(), parts.port(), address.span());
    }
    if (names.contains("alertmanager")) {
      cluster(serving, line.last("--cluster.listen-address"));
    }
    return serving.launched();
  }

  /// Alertmanagers find each other on a port of their own, unless that is told to be nowhere.
  private static void cluster(Serving serving, Setting told) {
    switch (told) {
      case Setting.Absent() -> serving.listen(HOSTS, Protocol.TCP, "", 9094);
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(Text address) -> {
        if (!address.isEmpty()) {
          Addresses parts = Addresses.atLastColon(address, "");
          serving.listen(HOSTS, Protocol.TCP, parts.host(), parts.port(), address.span());
        }
      }
    }
  }

  private static Protocol protocol(Invocation call, Given line) {
    return switch (line.last("--web.config.file")) {
      case Setting.Absent() -> Protocol.HTTP;
      case Setting.Unknown _ -> Protocol.HTTP;
      case Setting.Value(Text path) ->
          call.file(path.value()) instanceof Surroundings.Lookup.Present(SourceFile file)
              ? file.text().contains("tls_server_config:") ? Protocol.HTTPS : Protocol.HTTP
              : Protocol.TCP;
    };
  }
}
