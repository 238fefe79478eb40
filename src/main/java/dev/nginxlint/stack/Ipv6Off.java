package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// What of IPv6 a place does without, and where it is told to.
///
/// @param setting `net.ipv6.conf.all.disable_ipv6`
public record Ipv6Off(String setting, Span at, Extent extent) {
  /// How much is off.
  public enum Extent {
    /// No interface but the loopback has an address.
    INTERFACES,
    /// The loopback has none.
    LOOPBACK,
    /// No interface has one; the wildcard address can be bound all the same.
    ADDRESSES,
    /// The kernel opens no such socket at all.
    SOCKETS
  }

  /// Whether an address can neither be bound nor connected to.
  public boolean lacks(Address address) {
    return address.family() == Family.IPV6
        && switch (extent) {
          case INTERFACES -> !address.isLoopback() && !address.isAny();
          case LOOPBACK -> address.isLoopback();
          case ADDRESSES -> !address.isAny();
          case SOCKETS -> true;
        };
  }
}
