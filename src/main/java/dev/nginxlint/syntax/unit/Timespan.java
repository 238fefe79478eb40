package dev.nginxlint.syntax.unit;

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

  /// Numbers, each with a unit, counted as systemd counts them: in microseconds, 64 bits of them.
  final class Terms {
    private static final Pattern TERM =
        Pattern.compile("\\s*\\+?(\\d{0,18})(?:\\.(\\d{1,18}))?(\\s*)([a-zA-Zµμ]*)");

    private static final long SECOND = 1_000_000;

    /// Of 64 bits without a sign.
    private static final long MOST = -1;

    private static final Map<String, Long> UNITS = new TreeMap<>();

    static {
      unit(1, "usec", "us", "µs", "μs");
      unit(1_000, "msec", "ms");
      unit(SECOND, "seconds", "second", "sec", "s", "");
      unit(60 * SECOND, "minutes", "minute", "min", "m");
      unit(3_600 * SECOND, "hours", "hour", "hr", "h");
      unit(86_400 * SECOND, "days", "day", "d");
      unit(7 * 86_400 * SECOND, "weeks", "week", "w");
      unit(2_629_800 * SECOND, "months", "month", "M");
      unit(31_557_600 * SECOND, "years", "year", "y");
    }

    private Terms() {}

    private static void unit(long length, String... names) {
      List.of(names).forEach(name -> UNITS.put(name, length));
    }

    private static Optional<Timespan> sum(String text) {
      Matcher term = TERM.matcher(text);
      long sum = 0;
      int at = 0;
      while (at < text.length()) {
        boolean found = term.region(at, text.length()).lookingAt();
        String whole = found ? term.group(1) : "";
        Optional<String> fraction = found ? Optional.ofNullable(term.group(2)) : Optional.empty();
        boolean none = whole.isEmpty() && fraction.isEmpty();
        if (none || !UNITS.containsKey(term.group(4)) || runsOn(term, text)) {
          return Optional.empty();
        }
        long unit = UNITS.get(term.group(4));
        long number = whole.isEmpty() ? 0 : Long.parseLong(whole);
        long before = sum;
        sum += number * unit + part(fraction.orElse(""), unit);
        // As parse_time() of systemd has it, a term may not even come near to what 64 bits hold.
        boolean overflows = Long.compareUnsigned(number, Long.divideUnsigned(MOST, unit)) >= 0;
        if (overflows || Long.compareUnsigned(sum, before) < 0) {
          return Optional.empty();
        }
        at = term.end();
      }
      return at > 0 ? Optional.of(new Finite(exact(sum))) : Optional.empty();
    }

    /// What stands behind the point, digit by digit as systemd does it.
    private static long part(String digits, long unit) {
      long part = 0;
      long place = unit;
      for (int i = 0; i < digits.length(); i++) {
        place /= 10;
        part += (digits.charAt(i) - '0') * place;
      }
      return part;
    }

    /// Whether something stands right behind a number without a unit: `12.34.56`.
    private static boolean runsOn(Matcher term, String text) {
      boolean bare = term.group(4).isEmpty() && term.group(3).isEmpty();
      return bare && term.end() < text.length();
    }

    private static Duration exact(long microseconds) {
      return Duration.ofSeconds(
          Long.divideUnsigned(microseconds, SECOND),
          1_000 * Long.remainderUnsigned(microseconds, SECOND));
    }
  }
}
