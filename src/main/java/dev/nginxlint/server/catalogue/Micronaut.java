package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Micronaut: the command line goes before properties of the runtime, those before variables, those
/// before `config/application.yml`, and that before the files that were built in.
final class Micronaut {
  private static final String PORT = "micronaut.server.port";

  private final Invocation call;
  private final Map<String, Text> properties;
  private final Map<String, Text> arguments = new HashMap<>();
  private final Optional<SpringFiles> files;

  /// @param rest the jar and its arguments
  Micronaut(Invocation call, Map<String, Text> properties, List<Text> rest) {
    this.call = call;
    this.properties = properties;
    for (Text word : rest) {
      int equals = word.value().indexOf('=');
      if (word.value().startsWith("-") && equals > 0) {
        String name = word.value().substring(0, equals).replaceFirst("^--?", "");
        arguments.put(name, word.slice(equals + 1, word.length()));
      }
    }
    files =
        rest.isEmpty() || call.filled("MICRONAUT_CONFIG_FILES").isOpen()
            ? Optional.empty()
            : Optional.of(SpringFiles.ofMicronaut(call, rest.getFirst().value()));
  }

  /// What it listens on; empty if nothing tells that it is Micronaut.
  Optional<Launched> launched(Hosts hosts) {
    Setting port = setting(PORT);
    if (port.value().isEmpty()) {
      return Optional.empty();
    }
    Serving serving = new Serving("micronaut", call);
    if (port.value().filter(text -> text.value().startsWith("-")).isPresent()) {
      serving.unknown("its port is any free one");
    } else if (setting("micronaut.server.ssl.enabled").isOpen()) {
      serving.unknown("what its port is once it speaks TLS is not read");
    } else {
      Setting host = setting("micronaut.server.host");
      serving.listen(hosts, Protocol.HTTP, host, "", port, 8080);
    }
    return Optional.of(serving.launched());
  }

  private Setting setting(String key) {
    return Java.given(arguments, key)
        .or(() -> Java.given(properties, key))
        .or(() -> call.filled(key.toUpperCase(Locale.ROOT).replace('.', '_')).ifSeen())
        .or(() -> files.map(all -> all.get(key)).orElse(new Setting.Absent()));
  }
}
