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
  public record Families(boolean unix, boolean ipv4, boolean ipv6, Span at) {}
}
