package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;

/// What is kept from a process, and what is made for it (systemd.exec(5)).
public record Sandbox(
    List<Veil> veils, Optional<Families> families, Optional<Span> privateNetwork) {
  /// None.
  public static final Sandbox NONE = new Sandbox(List.of(), Optional.empty(), Optional.empty());

  public Sandbox {
    veils = List.copyOf(veils);
  }

  /// A directory that is not the one others see under the same path.
  ///
  /// @param namespace who shares the directory, if it is one of its own: the unit, or the first of
  ///   those that share one
  /// @param setting the setting as written: `PrivateTmp=yes`
  public record Veil(String directory, Effect effect, String namespace, String setting, Span at) {}

  /// What a veil does.
  public enum Effect {
    /// The process has a directory of its own there.
    OWN,
    /// Nothing in it can be reached.
    INACCESSIBLE,
    /// Nothing can be made in it.
    READ_ONLY
  }

  /// The address families that the process may make sockets of: `RestrictAddressFamilies=`.
  ///
  /// @param unix whether AF_UNIX is among them
  public record Families(boolean unix, boolean ipv4, boolean ipv6, Span at) {
    /// The family that a socket for an endpoint needs, if it is not among them: `AF_INET6`.
    public Optional<String> withheld(Endpoint endpoint) {
      return switch (endpoint) {
        case Endpoint.Unix _, Endpoint.Abstract _ -> withheldUnix();
        case Endpoint.Inet inet -> withheld(inet.address().family());
      };
    }

    /// The family that a connection to a target needs, if it is not among them.
    public Optional<String> withheld(Target target) {
      return switch (target) {
        case Target.Unix _ -> withheldUnix();
        case Target.Inet(var host, var _) ->
            Address.parse(host.value()).map(Address::family).flatMap(this::withheld);
        case Target.Open _ -> Optional.empty();
      };
    }

    private Optional<String> withheldUnix() {
      return unix ? Optional.empty() : Optional.of("AF_UNIX");
    }

    private Optional<String> withheld(Family family) {
      return switch (family) {
        case IPV4 -> ipv4 ? Optional.empty() : Optional.of("AF_INET");
        case IPV6 -> ipv6 ? Optional.empty() : Optional.of("AF_INET6");
      };
    }
  }
}
