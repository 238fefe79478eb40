package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Envoy: the static listeners of its file and its admin interface, as
/// `envoy.config.bootstrap.v3.Bootstrap` has them; what a control plane adds nobody sees.
final class Envoy implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -c --config-path FILE
          --config-yaml TEXT
          --mode NAME
          -l --log-level LEVEL
          --component-log-level LIST
          --log-path FILE
          --log-format TEXT
          --concurrency N
          --base-id N
          --restart-epoch N
          --service-cluster NAME
          --service-node NAME
          --service-zone NAME
          --drain-time-s SECONDS
          --parent-shutdown-time-s SECONDS
          --disable-hot-restart
          --use-dynamic-base-id
          --version
          --help
          """);

  /// An address has to be a number.
  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         ::
          localhost  refused
          """);

  private static final Hosts COMPATIBLE =
      Hosts.of(
          """
          ::         dual
          localhost  refused
          """);

  @Override
  public List<String> names() {
    return List.of("envoy");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("--version") || line.has("--help") || line.last("--mode").is("validate")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("envoy", call);
    if (line.has("--config-yaml")) {
      serving.unknown("what --config-yaml adds is not read");
    }
    switch (line.last("--config-path")) {
      case Setting.Value(Text path) -> file(call.file(path.value()), path, serving);
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Absent() -> serving.unknown("envoy is told no file");
    }
    return serving.launched();
  }

  private static void file(Surroundings.Lookup found, Text path, Serving serving) {
    if (found instanceof Surroundings.Lookup.Present(SourceFile file)) {
      Parsed<YamlFile> parsed = YamlParser.parse(file);
      parsed.tree().documents().forEach(document -> bootstrap(document, serving));
      if (!parsed.problems().isEmpty()) {
        serving.unknown("%s is no YAML".formatted(path));
      }
    } else {
      serving.unknown("%s is not seen".formatted(path));
    }
  }

  private static void bootstrap(Node document, Serving serving) {
    if (at(document, "dynamic_resources").isPresent() || at(document, "hds_config").isPresent()) {
      serving.unknown("a control plane may give it more listeners");
    }
    at(document, "admin", "address").ifPresent(address -> address(address, Protocol.HTTP, serving));
    at(document, "static_resources", "listeners").stream()
        .flatMap(Envoy::items)
        .forEach(listener -> listener(listener, serving));
  }

  private static void listener(Node listener, Serving serving) {
    List<Node> chains = at(listener, "filter_chains").stream().flatMap(Envoy::items).toList();
    boolean http =
        chains.stream()
            .flatMap(chain -> at(chain, "filters").stream().flatMap(Envoy::items))
            .anyMatch(filter -> scalar(filter, "name").filter(Envoy::speaksHttp).isPresent());
    boolean covered = chains.stream().anyMatch(chain -> at(chain, "transport_socket").isPresent());
    Protocol protocol = http ? covered ? Protocol.HTTPS : Protocol.HTTP : Protocol.TCP;
    at(listener, "address").ifPresent(address -> address(address, protocol, serving));
    at(listener, "additional_addresses").stream()
        .flatMap(Envoy::items)
        .flatMap(more -> at(more, "address").stream())
        .forEach(address -> address(address, protocol, serving));
  }

  private static boolean speaksHttp(Text filter) {
    return filter.value().endsWith("http_connection_manager");
  }

  private static void address(Node address, Protocol protocol, Serving serving) {
    Optional<Node> socket = at(address, "socket_address");
    Optional<Text> path = at(address, "pipe").flatMap(pipe -> scalar(pipe, "path"));
    if (socket.isPresent()) {
      Optional<Text> host = scalar(socket.get(), "address");
      Optional<Text> port = scalar(socket.get(), "port_value");
      boolean udp =
          scalar(socket.get(), "protocol").filter(t -> t.value().equals("UDP")).isPresent();
      boolean both =
          scalar(socket.get(), "ipv4_compat").filter(t -> t.value().equals("true")).isPresent();
      if (host.isEmpty() || port.isEmpty()) {
        serving.unknown("where one of its listeners is, is not told by a number");
      } else if (!udp) {
        serving.listen(
            both ? COMPATIBLE : HOSTS,
            protocol,
            new Setting.Value(host.get()),
            "",
            new Setting.Value(port.get()),
            0);
      }
    } else if (path.filter(text -> text.value().startsWith("@")).isPresent()) {
      serving.abstractSocket(protocol, path.get().value().substring(1), path.get().span());
    } else if (path.isPresent()) {
      serving.unix(protocol, path.get().value(), path.get().span(), SocketFile.PLAIN);
    } else {
      serving.unknown("the kind of one of its addresses is not read");
    }
  }

  private static Optional<Node> at(Node node, String... keys) {
    Optional<Node> found = Optional.of(node);
    for (String key : keys) {
      found =
          found.flatMap(inner -> inner instanceof Node.Mapping m ? m.get(key) : Optional.empty());
    }
    return found;
  }

  private static Optional<Text> scalar(Node node, String key) {
    return at(node, key)
        .filter(Node.Scalar.class::isInstance)
        .map(value -> ((Node.Scalar) value).text());
  }

  private static Stream<Node> items(Node node) {
    return node instanceof Node.Sequence(List<Node> items, var _, var _)
        ? items.stream()
        : Stream.empty();
  }
}
