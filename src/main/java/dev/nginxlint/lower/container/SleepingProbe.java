package dev.nginxlint.lower.container;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.syntax.compose.Lifecycle;
import dev.nginxlint.syntax.compose.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `sleep` of a health check that the engine does not wait for.
record SleepingProbe(Duration time, Span at, Effective<Duration> limit) {
  private static final Duration TIMEOUT_DEFAULT = Duration.ofSeconds(30);

  /// What is run in any case, before everything else.
  private static final Pattern SLEEP =
      Pattern.compile(
          "^\\s*(?:CMD(?:-SHELL)?\\s+)?(?:(?:/bin/)?(?:ba)?sh\\s+-c\\s+[\"']?)?"
              + "((?:/bin/)?sleep\\s+(\\d{1,6})([smh]?))(?=\\s*(?:[;&|\"']|$))(?!\\s*&(?!&))");

  /// The first command of a health check, if it sleeps for too long.
  static Optional<SleepingProbe> of(Service service, Text line) {
    Effective<Duration> limit =
        service
            .lifecycle()
            .healthcheck()
            .flatMap(Lifecycle.Healthcheck::timeout)
            .filter(timeout -> !timeout.value().isZero())
            .map(Effective::of)
            .orElse(new Effective.Default<>(TIMEOUT_DEFAULT, "the engine"));
    boolean own = service.lifecycle().healthcheck().isPresent();
    Matcher sleep = SLEEP.matcher(line.value());
    if (!own || !sleep.find()) {
      return Optional.empty();
    }
    Duration time = Duration.ofSeconds(Long.parseLong(sleep.group(2)) * factor(sleep.group(3)));
    return time.compareTo(limit.value()) < 0
        ? Optional.empty()
        : Optional.of(new SleepingProbe(time, line.span(sleep.start(1), sleep.end(1)), limit));
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "m" -> 60;
      case "h" -> 3600;
      default -> 1;
    };
  }
}
