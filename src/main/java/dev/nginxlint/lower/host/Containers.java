package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Arguments;
import dev.nginxlint.syntax.compose.Bounds;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.Environment;
import dev.nginxlint.syntax.compose.Lifecycle;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.MountParser;
import dev.nginxlint.syntax.compose.Network;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.PortParser;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Storage;
import dev.nginxlint.syntax.compose.Variable;
import dev.nginxlint.syntax.compose.Wiring;
import dev.nginxlint.syntax.unit.Manager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The containers that the units of a host start by themselves, without compose: what compose would
/// have to say to start the same.
final class Containers {
  private static final Text BRIDGE = Text.of(new SourceFile("bridge", "bridge").span(0, 6));

  private final View view;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, Manager> managers = new HashMap<>();
  private final Map<String, Network> networks = new LinkedHashMap<>();

  Containers(View view) {
    this.view = view;
  }

  /// Adds a container; of two of one name the engine refuses the second.
  ///
  /// @param manager who runs the unit that starts it
  void add(Service container, Manager manager) {
    services.putIfAbsent(container.name().value(), container);
    managers.putIfAbsent(container.name().value(), manager);
  }

  /// Who runs the unit that starts a container.
  Manager manager(String container) {
    return managers.getOrDefault(container, Manager.SYSTEM);
  }

  /// Adds those that others start.
  void add(Containers others) {
    others.services.forEach((name, container) -> add(container, others.manager(name)));
    others.networks.forEach(networks::putIfAbsent);
  }

  /// All of them as a project; empty if there are none.
  Optional<ComposeProject> project() {
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ComposeProject(
                Hole.STRING,
                "/",
                List.of(),
                services,
                networks,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  /// A container by the options of `docker run`, called by their long names.
  ///
  /// @param image empty if it is not one of a registry
  Service container(
      Text name,
      Optional<Text> image,
      List<Text> entrypoint,
      List<Text> command,
      Function<String, List<Text>> options) {
    return new Service(
        name.sourced(),
        image,
        Optional.empty(),
        new Service.Start(
            words(entrypoint),
            words(command),
            last(options.apply("workdir")),
            last(options.apply("user")),
            List.of()),
        environment(options.apply("env"), options.apply("env-file")),
        List.of(),
        new Wiring(
            networking(options.apply("network")),
            last(options.apply("hostname")),
            Optional.empty(),
            ports(options.apply("publish")),
            List.of(),
            hosts(options.apply("add-host")),
            List.of()),
        new Storage(
            mounts(options.apply("volume")), List.of(), List.of(), List.of(), Optional.empty()),
        new Lifecycle(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(),
        List.of(),
        new Bounds(sysctls(options.apply("sysctl")), last(options.apply("memory"))),
        Optional.empty());
  }

  private static Optional<Text> last(List<Text> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  private static Arguments words(List<Text> words) {
    return words.isEmpty()
        ? new Arguments.Inherited()
        : new Arguments.Words(words, words.getFirst().span());
  }

  private Environment environment(List<Text> assignments, List<Text> files) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    Optional<String> unknown = Optional.empty();
    for (Text file : files) {
      if (view.file(Paths.absolute(file.value()))
          instanceof View.Found.Present(SourceFile source, var _)) {
        EnvFile.parseRaw(source)
            .tree()
            .assignments()
            .forEach(set -> put(variables, new Variable(set.name(), set.value())));
      } else {
        unknown = Optional.of(file.value() + " is not here");
      }
    }
    for (Text assignment : assignments) {
      int equals = assignment.value().indexOf('=');
      Text name = equals < 0 ? assignment : assignment.slice(0, equals);
      Optional<Text> value =
          equals < 0
              ? Optional.empty()
              : Optional.of(assignment.slice(equals + 1, assignment.length()));
      put(variables, new Variable(name.sourced(), value));
    }
    return new Environment(List.copyOf(variables.values()), unknown);
  }

  private static void put(Map<String, Variable> variables, Variable variable) {
    variables.put(variable.name().value(), variable);
  }

  /// The engine's own bridge where nothing is said, on which no names resolve.
  private Networking networking(List<Text> names) {
    List<Networking.Attachment> joined = new ArrayList<>();
    for (Text name : names) {
      String value = name.value();
      int colon = value.indexOf(':');
      String kind = colon < 0 ? value : value.substring(0, colon);
      switch (kind) {
        case "host" -> {
          return new Networking.Host(name);
        }
        case "none" -> {
          return new Networking.None(name);
        }
        case "container" -> {
          return new Networking.OfContainer(name.slice(colon + 1, name.length()));
        }
        case "bridge", "default", "podman", "pasta", "slirp4netns", "private", "ns" -> {}
        default -> {
          Sourced<String> key = name.slice(0, kind.length()).sourced();
          networks.putIfAbsent(
              kind,
              new Network(key, Optional.empty(), true, false, Optional.empty(), Optional.empty()));
          joined.add(new Networking.Attachment(key, List.of(), Optional.empty(), Optional.empty()));
        }
      }
    }
    return joined.isEmpty()
        ? new Networking.Other(names.isEmpty() ? BRIDGE : names.getFirst())
        : new Networking.Networks(joined);
  }

  private static List<Port> ports(List<Text> mappings) {
    return mappings.stream().flatMap(text -> PortParser.parse(text).tree().stream()).toList();
  }

  private static List<Variable> sysctls(List<Text> entries) {
    return entries.stream()
        .filter(entry -> entry.value().indexOf('=') > 0)
        .map(
            entry -> {
              int equals = entry.value().indexOf('=');
              return new Variable(
                  entry.slice(0, equals).sourced(),
                  Optional.of(entry.slice(equals + 1, entry.length())));
            })
        .toList();
  }

  private static List<Wiring.ExtraHost> hosts(List<Text> entries) {
    List<Wiring.ExtraHost> hosts = new ArrayList<>();
    for (Text entry : entries) {
      int colon = entry.value().indexOf(':');
      if (colon > 0) {
        hosts.add(
            new Wiring.ExtraHost(
                entry.slice(0, colon), entry.slice(colon + 1, entry.length()), entry.span()));
      }
    }
    return hosts;
  }

  private List<Mount> mounts(List<Text> volumes) {
    return volumes.stream()
        .flatMap(text -> MountParser.parse(text, this::located).tree().stream())
        .toList();
  }

  /// A path of the host that is in view is one of the tree.
  private Location located(Text path) {
    return switch (view.file(Paths.absolute(path.value()))) {
      case View.Found.Present _ -> new Location.InTree(Paths.absolute(path.value()));
      case View.Found.Absent _, View.Found.Dangling _, View.Found.Unseen _ ->
          view.list(Paths.absolute(path.value())).names().isEmpty()
              ? new Location.OnHost(path.value())
              : new Location.InTree(Paths.absolute(path.value()));
    };
  }
}
