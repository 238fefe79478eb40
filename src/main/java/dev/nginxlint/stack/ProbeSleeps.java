package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.Optional;

/// The health check of a container sleeps for as long as it may take, or longer.
///
/// @param limit how long it may take
/// @param awaited where another service waits for the answer
public record ProbeSleeps(
    Process process, Span at, Duration time, Effective<Duration> limit, Optional<Span> awaited)
    implements Remark.Apart {}
