package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a service starts, how it is watched, and how it ends.
///
/// @param replicas how many containers it has; 1 unless it is said
/// @param restart `no`, `always`, `on-failure` or `unless-stopped`; `none` and `any` under `deploy`
public record Lifecycle(
    List<Dependency> dependsOn,
    Optional<Healthcheck> healthcheck,
    Optional<Text> restart,
    Optional<Text> stopSignal,
    Optional<Sourced<Duration>> stopGracePeriod,
    Optional<Sourced<Integer>> replicas) {
  public Lifecycle {
    dependsOn = List.copyOf(dependsOn);
  }

  /// Another service that has to be so far before this one starts.
  public record Dependency(Sourced<String> service, Condition condition, boolean required) {}

  /// How far a service has to be.
  public enum Condition {
    /// Its container runs; whether anything listens in it is not asked.
    STARTED,
    HEALTHY,
    COMPLETED
  }

  /// A command that tells whether the container works.
  ///
  /// @param test a line is run by a shell, words are run as they are; inherited from the image
  ///   where it is not given
  /// @param disabled whether there is none, not even the image's
  public record Healthcheck(
      Arguments test,
      Optional<Sourced<Duration>> interval,
      Optional<Sourced<Duration>> timeout,
      Optional<Sourced<Duration>> startPeriod,
      Optional<Sourced<Integer>> retries,
      boolean disabled,
      Span at) {}
}
