package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// One port of a container, and where on the host it is published.
///
/// @param hostIp the address of the host that it is published on; empty for all of them, IPv4 and
///   IPv6
/// @param target the container's port; empty if no file tells it
/// @param protocol `tcp`, `udp` or `sctp`
/// @param at the entry of the file; of a range, every port has the same
public record Port(
    Optional<Text> hostIp,
    Published published,
    Optional<Sourced<Integer>> target,
    Sourced<String> protocol,
    Span at) {
  /// The port of the host.
  public sealed interface Published {
    /// Whichever is free, chosen anew at each start.
    record Random() implements Published {}

    /// This one.
    record Fixed(Sourced<Integer> port) implements Published {}

    /// Whichever of these is free.
    record OneOf(Sourced<Integer> first, Sourced<Integer> last) implements Published {}

    /// One that no file tells.
    record Unknown(Span at) implements Published {}
  }
}
