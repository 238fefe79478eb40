package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.time.Duration;
import java.util.List;

/// Vaultwarden: the variables of Rocket, which an `.env` and a Rocket.toml beside it may set too
/// (`src/main.rs`, `core/lib/src/config/config.rs` of Rocket).
final class Vaultwarden implements Program {
  @Override
  public List<String> names() {
    return List.of("vaultwarden", "bitwarden_rs");
  }

  @Override
  public Launched read(Invocation call) {
    boolean ends =
        call.arguments().stream()
            .map(Text::value)
            .anyMatch(word -> word.matches("-h|--help|-v|--version|hash|backup"));
    if (ends) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("vaultwarden", call);
    Setting tls = setting(call, "ROCKET_TLS");
    Protocol protocol =
        switch (tls) {
          case Setting.Absent() -> Protocol.HTTP;
          case Setting.Value _ -> Protocol.HTTPS;
          case Setting.Unknown _ -> Protocol.TCP;
        };
    Setting host = setting(call, "ROCKET_ADDRESS");
    serving.listen(Granian.HOSTS, protocol, host, "127.0.0.1", setting(call, "ROCKET_PORT"), 8000);
    // Before 1.29 it took WebSocket on a port of its own.
    if (setting(call, "WEBSOCKET_ENABLED").is("true")) {
      Text port =
          setting(call, "WEBSOCKET_PORT").value().orElseGet(() -> Text.derived("3012", call.at()));
      serving.perhaps(Granian.HOSTS, Protocol.HTTP, "0.0.0.0", port.value(), port.span());
    }
    serving.keepAlive(
        "ROCKET_KEEP_ALIVE",
        setting(call, "ROCKET_KEEP_ALIVE")
            .effective(Quantity::seconds, Duration.ofSeconds(5), "vaultwarden"));
    return serving.launched();
  }

  /// A variable goes before either file.
  private static Setting setting(Invocation call, String name) {
    return call.filled(name).or(() -> file(call, name));
  }

  private static Setting file(Invocation call, String name) {
    Setting path = call.filled("ENV_FILE");
    String dotenv = path.value().map(Text::value).orElse(".env");
    String key = name.replaceFirst("ROCKET_", "").toLowerCase(java.util.Locale.ROOT);
    for (String file : List.of(dotenv, "Rocket.toml")) {
      String word = file.equals("Rocket.toml") ? key : name;
      if (call.file(file) instanceof Surroundings.Lookup.Present(SourceFile found)
          && found.text().contains(word)) {
        return new Setting.Unknown("%s may set %s".formatted(file, name));
      }
    }
    return new Setting.Absent();
  }
}
