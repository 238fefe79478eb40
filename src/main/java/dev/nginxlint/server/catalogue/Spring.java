package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Spring Boot: the command line goes before properties of the runtime, those before variables,
/// those before files. A jar that is told nothing may be anything.
final class Spring {
  private final Invocation call;
  private final Map<String, Text> properties;
  private final Map<String, Text> arguments = new HashMap<>();
  private final Hosts hosts;
  private final Optional<SpringFiles> files;

  /// @param rest the jar and its arguments
  Spring(Invocation call, Map<String, Text> properties, List<Text> rest, Hosts hosts) {
    this.call = call;
    this.properties = properties;
    this.hosts = hosts;
    for (Text word : rest) {
      int equals = word.value().indexOf('=');
      if (word.value().startsWith("--") && equals > 0) {
        arguments.put(word.value().substring(2, equals), word.slice(equals + 1, word.length()));
      }
    }
    files = rest.isEmpty() ? Optional.empty() : files(rest.getFirst().value());
  }

  /// The files, if it is known which count.
  private Optional<SpringFiles> files(String jar) {
    boolean elsewhere =
        Stream.of(
                "spring.config.location", "spring.config.additional-location", "spring.config.name")
            .anyMatch(key -> told(key).isOpen());
    Setting profiles = told("spring.profiles.active");
    if (elsewhere || profiles instanceof Setting.Unknown || !jar.endsWith(".jar")) {
      return Optional.empty();
    }
    List<String> active =
        profiles
            .value()
            .map(text -> List.of(text.value().strip().split(" *, *")).reversed())
            .orElse(List.of());
    return Optional.of(SpringFiles.of(call, jar, active));
  }

  /// A setting outside of files.
  private Setting told(String key) {
    boolean json = call.filled("SPRING_APPLICATION_JSON").isOpen();
    String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    return Java.given(arguments, key)
        .or(
            () ->
                json
                    ? new Setting.Unknown("SPRING_APPLICATION_JSON is not read")
                    : new Setting.Absent())
        .or(() -> Java.given(properties, key))
        .or(() -> call.filled(variable));
  }

  private Setting setting(String key) {
    return told(key)
        .or(
            () ->
                files
                    .flatMap(SpringFiles::open)
                    .<Setting>map(Setting.Unknown::new)
                    .orElse(new Setting.Absent()))
        .or(() -> files.map(all -> all.get(key)).orElse(new Setting.Absent()));
  }

  Launched launched() {
    Setting port = setting("server.port");
    boolean usual = !port.isOpen() && files.filter(SpringFiles::serves).isPresent();
    if (!(port instanceof Setting.Value) && !usual) {
      return Launched.unknown("what the Java program listens on is not known");
    }
    Serving serving = new Serving("spring-boot", call);
    serving.listen(hosts, protocol(), setting("server.address").ifSeen(), "", port, 8080);
    serving.intake(
        setting("spring.servlet.multipart.max-request-size")
            .written(Quantity::bytes)
            .map(
                size ->
                    new Intake.Limit("multipart.max-request-size", size, Intake.Refusal.ANSWERED)),
        Optional.empty());
    if (setting("management.server.port").isOpen()
        || files.filter(all -> all.mentions("grpc.server.port")).isPresent()) {
      serving.unknown("its management port is not read");
    }
    return serving.launched();
  }

  private Protocol protocol() {
    boolean tls =
        Stream.of("server.ssl.key-store", "server.ssl.certificate", "server.ssl.bundle")
            .anyMatch(key -> setting(key).value().isPresent());
    return tls && !setting("server.ssl.enabled").is("false") ? Protocol.HTTPS : Protocol.HTTP;
  }
}
