package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.Optional;

/// A port of the host that leads to a port of a container.
///
/// @param host the address of the host it is bound to; empty for all of them
/// @param published the port of the host; empty if the engine picks one
/// @param target the port of the container
public record Publication(
    Place container,
    Optional<Sourced<Address>> host,
    Optional<Sourced<Integer>> published,
    Sourced<Integer> target,
    Span at) {
  /// Whether somebody on the host who dials this port of the address gets through it.
  public boolean takes(Address dialled, int port) {
    return published.isPresent() && published.get().value() == port && accepts(dialled);
  }

  private boolean accepts(Address dialled) {
    return host.isEmpty()
        || host.get().value().equals(dialled)
        || (host.get().value().isAny() && host.get().value().family() == dialled.family());
  }
}
