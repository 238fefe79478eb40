package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// How a service is reached and whom it knows by name.
///
/// @param hostname what the container calls itself; other containers do not resolve it
/// @param containerName a name that other containers do resolve
/// @param ports what is published on the host
/// @param exposed what is said to be listened on, which neither opens nor closes anything
public record Wiring(
    Networking networking,
    Optional<Text> hostname,
    Optional<Text> containerName,
    List<Port> ports,
    List<Port> exposed,
    List<ExtraHost> extraHosts,
    List<Link> links) {
  public Wiring {
    ports = List.copyOf(ports);
    exposed = List.copyOf(exposed);
    extraHosts = List.copyOf(extraHosts);
    links = List.copyOf(links);
  }

  /// A line of the container's `/etc/hosts`; the address may be `host-gateway`.
  public record ExtraHost(Text name, Text address, Span at) {}

  /// Another service that this one alone also knows by an alias.
  public record Link(Text service, Optional<Text> alias) {}
}
