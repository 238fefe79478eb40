package dev.nginxlint.syntax.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as systemd.time(7) writes it: `90`, `5min 20s`, `infinity`.
public sealed interface Timespan {
  /// A length that ends.
  record Finite(Duration length) implements Timespan {}

  /// `infinity`
  record Infinite() implements Timespan {}

  /// The time that a value stands for, a bare number counting seconds; empty if systemd refuses it.
  static Optional<Timespan> parse(CharSequence value) {
    String text = value.toString().strip();
    return text.equals("infinity") ? Optional.of(new Infinite()) : Terms.sum(text);
  }

  /// Numbers, each with a unit.
  final class Terms {
    private static final Pattern TERM =
        Pattern.compile("\\s*\\+?(\\d{0,18}(?:\\.\\d{1,18})?)(\\s*)([a-zA-Zµμ]*)");

    /// What systemd counts in is 64 bits of microseconds.
    private static final BigDecimal FOREVER =
        BigDecimal.valueOf(Long.MAX_VALUE, 6).multiply(BigDecimal.TWO);

    private static final Map<String, Duration> UNITS = new TreeMap<>();

    static {
      unit(Duration.ofNanos(1_000), "usec", "us", "µs", "μs");
      unit(Duration.ofMillis(1), "msec", "ms");
      unit(Duration.ofSeconds(1), "seconds", "second", "sec", "s", "");
      unit(Duration.ofMinutes(1), "minutes", "minute", "min", "m");
      unit(Duration.ofHours(1), "hours", "hour", "hr", "h");
      unit(Duration.ofDays(1), "days", "day", "d");
      unit(Duration.ofDays(7), "weeks", "week", "w");
      unit(Duration.ofDays(365).plusHours(6).dividedBy(12), "months", "month", "M");
      unit(Duration.ofDays(365).plusHours(6), "years", "year", "y");
    }

    private Terms() {}

    private static void unit(Duration length, String... names) {
      List.of(names).forEach(name -> UNITS.put(name, length));
    }

    private static Optional<Timespan> sum(String text) {
      Matcher term = TERM.matcher(text);
      BigDecimal seconds = BigDecimal.ZERO;
      int at = 0;
      while (at < text.length()) {
        boolean found = term.region(at, text.length()).lookingAt() && !term.group(1).isEmpty();
        if (!found || !UNITS.containsKey(term.group(3)) || runsOn(term, text)) {
          return Optional.empty();
        }
        Duration unit = UNITS.get(term.group(3));
        BigDecimal length = BigDecimal.valueOf(unit.toNanos(), 9);
        BigDecimal part = new BigDecimal(term.group(1)).multiply(length);
        seconds = seconds.add(part.setScale(6, RoundingMode.DOWN));
        at = term.end();
      }
      boolean sane = at > 0 && seconds.compareTo(FOREVER) < 0;
      return sane ? Optional.of(new Finite(exact(seconds))) : Optional.empty();
    }

    /// Whether something stands right behind a number without a unit: `12.34.56`.
    private static boolean runsOn(Matcher term, String text) {
      boolean bare = term.group(3).isEmpty() && term.group(2).isEmpty();
      return bare && term.end() < text.length();
    }

    private static Duration exact(BigDecimal seconds) {
      BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
      return Duration.ofSeconds(parts[0].longValue(), parts[1].movePointRight(9).longValue());
    }
  }
}
