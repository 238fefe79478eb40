package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// Which network namespace a service lives in.
public sealed interface Networking {
  /// One of its own, on these networks of the project.
  record Networks(List<Attachment> attachments) implements Networking {
    public Networks {
      attachments = List.copyOf(attachments);
    }
  }

  /// The host's: its loopback is the host's, and ports are not published.
  record Host(Text written) implements Networking {}

  /// One with nothing but a loopback.
  record None(Text written) implements Networking {}

  /// That of another service of the project.
  record OfService(Text service) implements Networking {}

  /// That of a container outside the project.
  record OfContainer(Text container) implements Networking {}

  /// One of its own on Docker's default bridge, where no names resolve, or on a network that is
  /// called by a name of Docker's.
  record Other(Text written) implements Networking {}

  /// Being on a network of the project.
  ///
  /// @param network its key under `networks`; `default` where nothing is said, at the service's key
  /// @param aliases further names of the service on this network
  record Attachment(
      Sourced<String> network, List<Text> aliases, Optional<Text> ipv4, Optional<Text> ipv6) {
    public Attachment {
      aliases = List.copyOf(aliases);
    }
  }
}
