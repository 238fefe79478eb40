package dev.nginxlint.stack;

import java.time.Duration;
import java.util.Optional;

/// What a server does with a request or a connection that takes long; empty where we do not know.
///
/// @param request how long one request may take
/// @param keepAlive how long it keeps an idle connection of a client open
/// @param graceful how long it lets requests finish when it is told to stop
/// @param backlog how many connections wait to be accepted
/// @param intake how large a request may be
/// @param load how much it can take on at a time
/// @param ping how often it writes to a WebSocket on which nobody else does
public record Limits(
    Optional<RequestLimit> request,
    Optional<KeepAlive> keepAlive,
    Optional<Effective<Duration>> graceful,
    Optional<Effective<Integer>> backlog,
    Intake intake,
    Load load,
    Optional<Ping> ping) {
  /// Nothing is known.
  public static final Limits UNKNOWN =
      new Limits(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Intake.UNKNOWN,
          Load.UNKNOWN,
          Optional.empty());

  /// A sign of life.
  ///
  /// @param option the name under which it is set, as the operator knows it
  public record Ping(String option, Effective<Duration> every) {}

  /// A limit on one request.
  ///
  /// @param option the name under which it is set, as the operator knows it
  public record RequestLimit(
      String option, Effective<Duration> after, Clock clock, Ending ending) {}

  /// What nginx sees of a request that took too long.
  public enum Ending {
    /// The connection ends without an answer, a 502.
    CLOSED,
    /// The server itself answers 503.
    UNAVAILABLE
  }

  /// What a limit on a request counts.
  public enum Clock {
    /// All of the time that goes by.
    WALL,
    /// The time that the processor works: waiting for a database does not count.
    PROCESSOR
  }

  /// What becomes of an idle connection.
  public sealed interface KeepAlive {
    /// The server closes after every answer, so there is none.
    record Never() implements KeepAlive {}

    /// The server closes it after a time.
    record For(String option, Effective<Duration> idle) implements KeepAlive {}

    /// The server leaves it open.
    record Unlimited() implements KeepAlive {}
  }

  /// The same, with another limit on requests.
  public Limits withRequest(RequestLimit limit) {
    return new Limits(Optional.of(limit), keepAlive, graceful, backlog, intake, load, ping);
  }

  /// The same, with another way of keeping idle connections.
  public Limits withKeepAlive(KeepAlive other) {
    return new Limits(request, Optional.of(other), graceful, backlog, intake, load, ping);
  }

  /// The same, with another time to finish in.
  public Limits withGraceful(Effective<Duration> time) {
    return new Limits(request, keepAlive, Optional.of(time), backlog, intake, load, ping);
  }

  /// The same, with another queue.
  public Limits withBacklog(Effective<Integer> length) {
    return new Limits(request, keepAlive, graceful, Optional.of(length), intake, load, ping);
  }

  /// The same, with another size of requests.
  public Limits withIntake(Intake other) {
    return new Limits(request, keepAlive, graceful, backlog, other, load, ping);
  }

  /// The same, with another load.
  public Limits withLoad(Load other) {
    return new Limits(request, keepAlive, graceful, backlog, intake, other, ping);
  }

  /// The same, with another sign of life.
  public Limits withPing(Ping other) {
    return new Limits(request, keepAlive, graceful, backlog, intake, load, Optional.of(other));
  }
}
