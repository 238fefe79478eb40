package dev.nginxlint.lower.container;

import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Ipv6Off;
import dev.nginxlint.stack.Ipv6Off.Extent;
import dev.nginxlint.syntax.compose.Network;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Networking.Attachment;
import dev.nginxlint.syntax.compose.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What of IPv6 the network of a service does without.
final class ServiceIpv6 {
  private ServiceIpv6() {}

  static Optional<Ipv6Off> off(Service service, ComposeProject project) {
    List<Ipv6Off> told =
        Stream.of("all", "lo")
            .flatMap(part -> sysctl(service, "net.ipv6.conf." + part + ".disable_ipv6").stream())
            .toList();
    return told.stream().findFirst().or(() -> networks(service, project));
  }

  private static Optional<Ipv6Off> sysctl(Service service, String name) {
    return service.bounds().sysctls().stream()
        .filter(sysctl -> sysctl.name().value().equals(name))
        .flatMap(sysctl -> sysctl.value().stream())
        .filter(value -> value.value().equals("1"))
        .findFirst()
        .map(Text::span)
        .map(
            at -> new Ipv6Off(name, at, name.contains("all") ? Extent.ADDRESSES : Extent.LOOPBACK));
  }

  /// An engine gives addresses of IPv6 on networks that ask for it: `enable_ipv6`.
  private static Optional<Ipv6Off> networks(Service service, ComposeProject project) {
    if (!(service.wiring().networking() instanceof Networking.Networks(List<Attachment> joined))) {
      return Optional.empty();
    }
    List<Optional<Network>> networks =
        joined.stream()
            .map(one -> Optional.ofNullable(project.networks().get(one.network().value())))
            .toList();
    boolean without =
        networks.stream()
            .allMatch(network -> network.filter(own -> own.external() || asks(own)).isEmpty());
    return joined.stream()
        .filter(_ -> without)
        .findFirst()
        .map(one -> new Ipv6Off("enable_ipv6", one.network().at(), Extent.INTERFACES));
  }

  private static boolean asks(Network network) {
    return network.ipv6().filter(Sourced::value).isPresent();
  }
}
