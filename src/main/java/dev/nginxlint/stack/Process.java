package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.Optional;

/// Something that runs in a place: a unit, a compose service, a php-fpm pool, a supervisor program.
///
/// @param id unique in its stack
/// @param label what to call it in a sentence: `app.service`, `service "web"`, `php-fpm pool "www"`
/// @param at where it is declared
/// @param server the name of the program in the catalogue, if it is known there
/// @param version its version, if a file tells it
/// @param limits its timeouts and queues
/// @param stop how long whoever runs it waits for it to stop before killing it
/// @param role what it is there for
/// @param start whether it comes up by itself
public record Process(
    String id,
    String label,
    Place place,
    Span at,
    Optional<String> server,
    Optional<Version> version,
    Identity identity,
    Sandbox sandbox,
    Limits limits,
    Optional<Stop> stop,
    Role role,
    Start start) {

  /// Whether it is what another starts.
  public boolean isStartedBy(Process runner) {
    return id.equals(runner.id()) || id.startsWith(runner.id() + "#");
  }

  /// The same process in another place.
  public Process in(Place other) {
    return new Process(
        id, label, other, at, server, version, identity, sandbox, limits, stop, role, start);
  }

  /// The same process, if what starts and stops it is not in view.
  public Process unseen() {
    return new Process(
        id,
        label,
        place,
        at,
        server,
        version,
        identity,
        sandbox,
        limits,
        Optional.empty(),
        role,
        Start.UNKNOWN);
  }

  /// What it is there for.
  public enum Role {
    /// The nginx that dials.
    PROXY,
    /// A server that is there to be dialled.
    APPLICATION,
    /// A store, a dashboard, a worker's monitor: dialled by others, or by nobody.
    AUXILIARY
  }

  /// Whether it comes up by itself.
  public enum Start {
    /// Something that we see starts it.
    AUTOMATIC,
    /// Nothing that we see starts it, though we would.
    BY_HAND,
    /// Nothing starts it but a profile that is asked for.
    ON_REQUEST,
    /// What starts it is not in view.
    UNKNOWN
  }

  /// How it is ended.
  ///
  /// @param setting the name of the setting, as the operator knows it: `TimeoutStopSec=`
  public record Stop(String setting, Effective<Duration> after) {}
}
