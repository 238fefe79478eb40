package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;

/// MinIO: `--address` goes before MINIO_ADDRESS; the loopbacks are listened on whatever that says
/// (`getServerListenAddrs` of `cmd/server-main.go`).
final class Minio implements Program {
  @Override
  public List<String> names() {
    return List.of("minio");
  }

  @Override
  public Launched read(Invocation call) {
    boolean serves = call.arguments().stream().anyMatch(word -> word.value().equals("server"));
    if (!serves) {
      return Launched.NOTHING;
    }
    OpenOptions line = OpenOptions.of(call.arguments());
    Serving serving = new Serving("minio", call);
    boolean elsewhere =
        line.get("config").isOpen()
            || call.filled("MINIO_CONFIG").isOpen()
            || call.filled("MINIO_CONFIG_ENV_FILE").isOpen();
    if (elsewhere) {
      serving.unknown("a file of its settings is not read");
      return serving.launched();
    }
    Protocol protocol = protocol(call, line);
    switch (line.get("address").or(() -> call.filled("MINIO_ADDRESS"))) {
      case Setting.Absent() -> serving.listen(Prometheus.HOSTS, protocol, "", 9000);
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(Text address) -> {
        Addresses parts = listen(serving, protocol, address);
        Optional<Integer> port = Quantity.number(parts.port());
        for (String loopback : loopbacks(parts.host())) {
          port.ifPresent(number -> serving.listen(Prometheus.HOSTS, protocol, loopback, number));
        }
      }
    }
    console(call, serving, protocol, line);
    return serving.launched();
  }

  /// Those that the address does not take in.
  private static List<String> loopbacks(String host) {
    return switch (host) {
      case "", "0.0.0.0", "[::]" -> List.of();
      case "127.0.0.1", "localhost" -> List.of("::1");
      case "[::1]" -> List.of("127.0.0.1");
      default -> List.of("127.0.0.1", "::1");
    };
  }

  private static Addresses listen(Serving serving, Protocol protocol, Text address) {
    Addresses parts = Addresses.atLastColon(address, "");
    serving.listen(Prometheus.HOSTS, protocol, parts.host(), parts.port(), address.span());
    return parts;
  }

  private static void console(
      Invocation call, Serving serving, Protocol protocol, OpenOptions line) {
    if (call.filled("MINIO_BROWSER").is("off")) {
      return;
    }
    switch (line.get("console-address").or(() -> call.filled("MINIO_CONSOLE_ADDRESS"))) {
      case Setting.Absent() -> serving.unknown("its console listens on any free port");
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(Text address) -> listen(serving, protocol, address);
    }
  }

  /// It speaks TLS if there is a certificate where it looks for one.
  private static Protocol protocol(Invocation call, OpenOptions line) {
    Setting directory =
        line.get("certs-dir").or(() -> line.get("s")).or(() -> call.environment("HOME"));
    if (!(directory instanceof Setting.Value(Text path))) {
      return Protocol.TCP;
    }
    boolean told = line.get("certs-dir").isOpen() || line.get("s").isOpen();
    String certificate = path.value() + (told ? "" : "/.minio/certs") + "/public.crt";
    return switch (call.file(certificate)) {
      case Surroundings.Lookup.Present _ -> Protocol.HTTPS;
      case Surroundings.Lookup.Absent() -> Protocol.HTTP;
      case Surroundings.Lookup.Unseen _ -> Protocol.TCP;
    };
  }
}
