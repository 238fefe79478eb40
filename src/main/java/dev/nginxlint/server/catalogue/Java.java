package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Java runtime: what it starts is known only where the settings of a framework are given.
final class Java implements Program {
  /// A wildcard of either family takes both.
  static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          0.0.0.0    dual
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  private static final Hosts HOSTS_V4 =
      Hosts.of(
          """
          (none)     0.0.0.0
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("java");
  }

  @Override
  public Launched read(Invocation call) {
    Map<String, Text> properties = new HashMap<>();
    int at = properties(call.arguments(), properties);
    List<Text> rest = call.arguments().subList(at, call.arguments().size());
    boolean v4 =
        Optional.ofNullable(properties.get("java.net.preferIPv4Stack"))
            .filter(text -> text.value().equals("true"))
            .isPresent();
    Hosts hosts = v4 ? HOSTS_V4 : HOSTS;
    String jar = rest.isEmpty() ? "" : Paths.name(rest.getFirst().value());
    return switch (jar) {
      case "quarkus-run.jar" -> quarkus(call, properties, hosts);
      case "start.jar" -> jetty(call, properties, rest, hosts);
      default ->
          new Micronaut(call, properties, rest)
              .launched(hosts)
              .orElseGet(() -> new Spring(call, properties, rest, hosts).launched());
    };
  }

  /// The options of the runtime, up to the class or the jar; where that stands.
  private static int properties(List<Text> words, Map<String, Text> properties) {
    int at = 0;
    while (at < words.size() && words.get(at).value().startsWith("-")) {
      Text word = words.get(at);
      String value = word.value();
      int equals = value.indexOf('=');
      if (value.startsWith("-D") && equals > 0) {
        properties.put(value.substring(2, equals), word.slice(equals + 1, word.length()));
      }
      boolean takesNext = value.matches("-cp|-classpath|--class-path|-p|--module-path|-m|--module");
      at += takesNext ? 2 : 1;
    }
    return Math.min(at, words.size());
  }

  /// What a property of a name is set to.
  static Setting given(Map<String, Text> properties, String name) {
    return Optional.ofNullable(properties.get(name))
        .<Setting>map(Setting.Value::new)
        .orElse(new Setting.Absent());
  }

  private static Launched quarkus(Invocation call, Map<String, Text> properties, Hosts hosts) {
    Setting port =
        given(properties, "quarkus.http.port").or(() -> call.filled("QUARKUS_HTTP_PORT"));
    Setting host =
        given(properties, "quarkus.http.host").or(() -> call.filled("QUARKUS_HTTP_HOST"));
    Serving serving = new Serving("quarkus", call);
    if (port.isOpen()) {
      serving.listen(hosts, Protocol.HTTP, host, "0.0.0.0", port, 8080);
    } else {
      serving.guess(hosts, Protocol.HTTP, "0.0.0.0", 8080, "its own settings may say another port");
    }
    return serving.launched();
  }

  private static Launched jetty(
      Invocation call, Map<String, Text> properties, List<Text> rest, Hosts hosts) {
    Map<String, Text> all = new HashMap<>(properties);
    for (Text word : rest) {
      int equals = word.value().indexOf('=');
      if (equals > 0) {
        all.put(word.value().substring(0, equals), word.slice(equals + 1, word.length()));
      }
    }
    Serving serving = new Serving("jetty", call);
    Setting port = given(all, "jetty.http.port");
    if (port.isOpen()) {
      serving.listen(hosts, Protocol.HTTP, given(all, "jetty.http.host"), "", port, 8080);
    } else {
      serving.guess(hosts, Protocol.HTTP, "", 8080, "start.d may say another port");
    }
    serving.keepAlive(
        "jetty.http.idleTimeout",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(30), "jetty")));
    return serving.launched();
  }
}
