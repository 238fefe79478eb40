package dev.nginxlint.rehearsal;

import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Network;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which address each container of a project has on which network, and what it calls the others.
final class Addresses {
  /// Docker's own bridge, whose end on the host is what `host-gateway` means.
  private static final Net DEFAULT =
      new Net("docker0", "172.17", "172.17.0.1", new LinkedHashMap<>());

  private final ComposeProject project;
  private final Map<String, Net> nets = new LinkedHashMap<>();

  /// A network.
  ///
  /// @param prefix the first half of its addresses
  /// @param gateway empty where nothing leads out of it
  /// @param members the address of each service on it
  private record Net(String bridge, String prefix, String gateway, Map<String, String> members) {
    String next() {
      return prefix + ".0." + (members.size() + 10);
    }
  }

  Addresses(ComposeProject project) {
    this.project = project;
    nets.put(
        "bridge", new Net("docker0", DEFAULT.prefix(), DEFAULT.gateway(), new LinkedHashMap<>()));
    for (Service service : project.services().values()) {
      switch (service.wiring().networking()) {
        case Networking.Networks(var joined) ->
            joined.forEach(one -> join(service, one.network().value()));
        case Networking.Other _ -> join(service, "bridge");
        case Networking.Host _,
            Networking.None _,
            Networking.OfService _,
            Networking.OfContainer _ -> {}
      }
    }
  }

  private void join(Service service, String key) {
    Net net = nets.computeIfAbsent(key, this::net);
    String address =
        attachment(service, key)
            .flatMap(Networking.Attachment::ipv4)
            .map(Text::value)
            .orElseGet(net::next);
    net.members().put(service.name().value(), address);
  }

  private Net net(String key) {
    Optional<String> fixed =
        project.services().values().stream()
            .flatMap(service -> attachment(service, key).stream())
            .flatMap(one -> one.ipv4().stream())
            .map(text -> text.value().replaceFirst("\\.\\d+\\.\\d+$", ""))
            .findFirst();
    String prefix = fixed.orElse("172." + (19 + nets.size()));
    boolean internal =
        Optional.ofNullable(project.networks().get(key)).map(Network::internal).orElse(false);
    return new Net(
        "br" + nets.size(), prefix, internal ? "" : prefix + ".0.1", new LinkedHashMap<>());
  }

  private static Optional<Networking.Attachment> attachment(Service service, String key) {
    return service.wiring().networking() instanceof Networking.Networks(var joined)
        ? joined.stream().filter(one -> one.network().value().equals(key)).findFirst()
        : Optional.empty();
  }

  /// The lines `bridge address` of all networks.
  String bridges() {
    StringBuilder lines = new StringBuilder();
    nets.values()
        .forEach(
            net -> lines.append(net.bridge()).append(' ').append(net.prefix()).append(".0.1/16\n"));
    return lines.toString();
  }

  /// Whose network namespace a service uses: a service's name, or `host`.
  String space(Service service) {
    return switch (service.wiring().networking()) {
      case Networking.Host _ -> "host";
      case Networking.OfService(Text other) ->
          space(project.services().getOrDefault(other.value(), service));
      case Networking.Networks _, Networking.None _, Networking.Other _, Networking.OfContainer _ ->
          service.name().value();
    };
  }

  /// The lines `bridge address gateway` of a service that has a network namespace of its own.
  String links(Service service) {
    StringBuilder lines = new StringBuilder();
    for (Net net : nets.values()) {
      Optional.ofNullable(net.members().get(service.name().value()))
          .ifPresent(
              address ->
                  lines.append(net.bridge() + " " + address + "/16 " + net.gateway() + "\n"));
    }
    return lines.toString();
  }

  /// An address by which the host reaches a service.
  Optional<String> reached(Service service) {
    String space = space(service);
    return space.equals("host")
        ? Optional.of("127.0.0.1")
        : nets.values().stream()
            .flatMap(net -> Optional.ofNullable(net.members().get(space)).stream())
            .findFirst();
  }

  /// The hosts file of a service, with what Docker's name server tells it.
  String hosts(Service service) {
    List<String> lines =
        new ArrayList<>(List.of("127.0.0.1 localhost", "::1 localhost ip6-localhost"));
    String space = space(service);
    for (Wiring.ExtraHost extra : service.wiring().extraHosts()) {
      String address = extra.address().value();
      lines.add(
          (address.equals("host-gateway") ? DEFAULT.gateway() : address)
              + " "
              + extra.name().value());
    }
    nets.forEach(
        (key, net) -> {
          if (net.members().containsKey(space) && !key.equals("bridge")) {
            net.members()
                .forEach((other, address) -> lines.add(address + " " + names(service, other, key)));
          }
        });
    return String.join("\n", lines) + "\n";
  }

  private String names(Service from, String other, String key) {
    Service service = project.services().get(other);
    List<String> names = new ArrayList<>(List.of(other));
    service
        .wiring()
        .containerName()
        .ifPresentOrElse(
            name -> names.add(name.value()), () -> names.add(project.name() + "-" + other + "-1"));
    attachment(service, key)
        .ifPresent(one -> one.aliases().forEach(alias -> names.add(alias.value())));
    from.wiring().links().stream()
        .filter(link -> link.service().value().equals(other))
        .forEach(link -> link.alias().ifPresent(alias -> names.add(alias.value())));
    if (from.name().value().equals(other)) {
      from.wiring().hostname().ifPresent(name -> names.add(name.value()));
    }
    return String.join(" ", names);
  }
}
