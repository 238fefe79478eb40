package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.List;

/// An `upstream` block.
///
/// @param servers where each of its servers is written
/// @param keepalive how many idle connections a worker keeps; 0 for none
/// @param idle how long it keeps them
public record Upstream(
    Process nginx,
    Sourced<String> name,
    List<Span> servers,
    Effective<Integer> keepalive,
    Effective<Duration> idle) {
  public Upstream {
    servers = List.copyOf(servers);
  }
}
