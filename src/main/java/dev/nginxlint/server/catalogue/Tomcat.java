package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.xml.Element;
import dev.nginxlint.syntax.xml.XmlParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// catalina.sh and its kin: the connectors of conf/server.xml; port 8080 where that is not in view.
final class Tomcat implements Program {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          0.0.0.0    dual
          ::         dual
          localhost  127.0.0.1
          """);

  /// Where the image and packages have it.
  private static final List<String> HOMES =
      List.of("/usr/local/tomcat", "/var/lib/tomcat9", "/var/lib/tomcat10", "/opt/tomcat");

  @Override
  public List<String> names() {
    return List.of("catalina.sh", "startup.sh", "tomcat-start.sh");
  }

  @Override
  public Launched read(Invocation call) {
    boolean starts =
        !call.name().equals("catalina.sh")
            || call.arguments().stream().anyMatch(word -> word.value().matches("run|start|jpda"));
    if (!starts) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("tomcat", call);
    Optional<SourceFile> file = file(call);
    file.ifPresent(found -> connectors(call, serving, found));
    if (file.isEmpty()) {
      serving.guess(HOSTS, Protocol.HTTP, "", 8080, "conf/server.xml is not in view");
    }
    return serving.launched();
  }

  private static Optional<SourceFile> file(Invocation call) {
    List<String> homes = new ArrayList<>();
    for (String variable : List.of("CATALINA_BASE", "CATALINA_HOME")) {
      call.filled(variable).value().map(Text::value).ifPresent(homes::add);
    }
    String program = call.program().value();
    if (program.startsWith("/")) {
      homes.add(Paths.parent(Paths.parent(program)));
    }
    homes.addAll(HOMES);
    for (String home : homes) {
      if (call.file(home + "/conf/server.xml")
          instanceof Surroundings.Lookup.Present(SourceFile file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static void connectors(Invocation call, Serving serving, SourceFile file) {
    for (Element element : XmlParser.parse(file)) {
      if (element.name().value().equals("Connector")) {
        connector(serving, element);
      } else if (element.name().value().equals("Server")) {
        shutdown(serving, element);
      }
    }
    boolean includes = file.text().contains("<!ENTITY");
    if (includes || call.filled("CATALINA_OPTS").value().filter(Hole::in).isPresent()) {
      serving.unknown("its server.xml includes other files");
    }
  }

  private static void connector(Serving serving, Element element) {
    String protocol = element.attribute("protocol").map(Text::value).orElse("HTTP/1.1");
    boolean tls = element.attribute("SSLEnabled").filter(t -> t.value().equals("true")).isPresent();
    Optional<Text> port = element.attribute("port");
    boolean placed =
        element.attributes().values().stream().anyMatch(value -> value.value().contains("${"));
    boolean moved = element.attribute("portOffset").isPresent();
    if (placed || moved || element.attribute("unixDomainSocketPath").isPresent()) {
      serving.unknown("a property tells where its connector listens");
    } else if (port.filter(text -> !text.value().startsWith("-")).isPresent()) {
      boolean ajp = protocol.matches("(?i).*ajp.*");
      // Without an address AJP stays on the loopback.
      String usual = ajp ? "127.0.0.1" : "";
      Setting host =
          element
              .attribute("address")
              .<Setting>map(Setting.Value::new)
              .orElse(new Setting.Absent());
      Protocol spoken = ajp ? Protocol.TCP : tls ? Protocol.HTTPS : Protocol.HTTP;
      serving.listen(HOSTS, spoken, host, usual, new Setting.Value(port.get()), 8080);
      if (!ajp) {
        limits(serving, element);
      }
    }
  }

  /// An idle connection is kept for `keepAliveTimeout`, or as long as `connectionTimeout` says.
  private static void limits(Serving serving, Element element) {
    Optional<Text> time =
        element.attribute("keepAliveTimeout").or(() -> element.attribute("connectionTimeout"));
    Setting idle = time.<Setting>map(Setting.Value::new).orElse(new Setting.Absent());
    serving.keepAlive(
        "keepAliveTimeout",
        idle.effective(Quantity::milliseconds, Duration.ofSeconds(60), "tomcat"));
    Setting queue =
        element
            .attribute("acceptCount")
            .<Setting>map(Setting.Value::new)
            .orElse(new Setting.Absent());
    Optional<Effective<Integer>> backlog = queue.effective(Quantity::number, 100, "tomcat");
    serving.backlog(backlog);
  }

  private static void shutdown(Serving serving, Element server) {
    server
        .attribute("port")
        .filter(port -> Quantity.number(port.value()).isPresent())
        .ifPresent(
            port -> serving.listen(HOSTS, Protocol.TCP, "localhost", port.value(), port.span()));
  }
}
