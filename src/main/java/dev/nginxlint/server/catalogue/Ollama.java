package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// Ollama: 127.0.0.1:11434 unless OLLAMA_HOST says otherwise (`envconfig/config.go`).
final class Ollama implements Program {
  @Override
  public List<String> names() {
    return List.of("ollama");
  }

  @Override
  public Launched read(Invocation call) {
    boolean serves =
        call.arguments().stream().map(Text::value).anyMatch(word -> word.matches("serve|start"));
    if (!serves) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("ollama", call);
    switch (call.filled("OLLAMA_HOST")) {
      case Setting.Absent() -> serving.listen(Prometheus.HOSTS, Protocol.HTTP, "127.0.0.1", 11_434);
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(Text address) -> {
        if (address.value().contains("/")) {
          serving.unknown("its address is written as a URL");
        } else {
          Addresses parts = Addresses.atLastColon(address, "11434");
          serving.listen(
              Prometheus.HOSTS, Protocol.HTTP, parts.host(), parts.port(), address.span());
        }
      }
    }
    return serving.launched();
  }
}
