package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.List;

/// An `upstream` block.
///
/// @param keepalive how many idle connections a worker keeps; 0 for none
/// @param idle how long it keeps them
public record Upstream(
    Process nginx,
    Sourced<String> name,
    List<Server> servers,
    Effective<Integer> keepalive,
    Effective<Duration> idle) {
  public Upstream {
    servers = List.copyOf(servers);
  }

  /// One of its servers.
  ///
  /// @param at where its address is written
  /// @param fails after how many failures it is left alone; 0 if it never is, or nobody can know
  /// @param pause for how long: `fail_timeout`
  public record Server(Span at, int fails, Effective<Duration> pause) {}
}
