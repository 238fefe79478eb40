package dev.nginxlint.lower.nginx;

import java.time.Duration;
import java.util.Optional;

/// Times as nginx writes them: `30`, `1m30s`, `500ms`, `1d 12h` (ngx_parse_time).
final class NginxTime {
  private static final String UNITS = "yMwdhms";
  private static final long[] SECONDS = {31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1};

  private NginxTime() {}

  /// The time; a bare number is in seconds; empty for what nginx refuses, and for what is not
  /// known.
  static Optional<Duration> parse(String text) {
    Duration sum = Duration.ZERO;
    int at = 0;
    int lastUnit = -1;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start || at - start > 9) {
        return Optional.empty();
      }
      long number = Long.parseLong(text, start, at, 10);
      boolean milliseconds = text.startsWith("ms", at);
      int unit =
          at == text.length() || text.charAt(at) == ' '
              ? UNITS.length() - 1
              : milliseconds ? UNITS.length() : UNITS.indexOf(text.charAt(at));
      if (unit <= lastUnit) {
        return Optional.empty();
      }
      lastUnit = unit;
      sum =
          sum.plus(
              milliseconds
                  ? Duration.ofMillis(number)
                  : Duration.ofSeconds(number * SECONDS[unit]));
      at += milliseconds ? 2 : at < text.length() && text.charAt(at) != ' ' ? 1 : 0;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(sum);
  }
}
