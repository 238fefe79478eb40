package dev.nginxlint.syntax.compose;

import java.time.Duration;
import java.util.Optional;

/// Durations as Go writes them, with days and weeks (go-str2duration): `1m30s`, `1.5h`, `2d`.
public final class Durations {
  private Durations() {}

  /// The duration; empty for a number without a unit and for anything else.
  public static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    double nanos = 0;
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    if (at == text.length()) {
      return Optional.empty();
    }
    while (at < text.length()) {
      int unit = skip(text, at, true);
      int end = skip(text, unit, false);
      double scale = nanos(text.substring(unit, end));
      String number = text.substring(at, unit);
      if (scale == 0
          || number.isEmpty()
          || number.equals(".")
          || number.indexOf('.') != number.lastIndexOf('.')) {
        return Optional.empty();
      }
      nanos += Double.parseDouble(number) * scale;
      at = end;
    }
    return Optional.of(Duration.ofNanos((long) (text.startsWith("-") ? -nanos : nanos)));
  }

  private static int skip(String text, int from, boolean number) {
    int at = from;
    while (at < text.length() && number == isNumber(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNumber(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private static double nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      case "h" -> 3600e9;
      case "d" -> 24 * 3600e9;
      case "w" -> 7 * 24 * 3600e9;
      default -> 0;
    };
  }
}
