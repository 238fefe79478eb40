package dev.nginxlint.syntax.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Single values as systemd reads them; empty for one that it ignores with a warning.
public final class Value {
  private static final List<String> TRUE = List.of("1", "yes", "y", "true", "t", "on");
  private static final List<String> FALSE = List.of("0", "no", "n", "false", "f", "off");
  private static final Pattern SIZE =
      Pattern.compile("\\s*(\\d{1,18}(?:\\.\\d{1,18})?)\\s*([BKMGTPE]?)");
  private static final int MAX_MODE = 07777;

  private Value() {}

  /// `yes`, `off`, `1` …, in any case.
  public static Optional<Boolean> bool(CharSequence value) {
    String text = value.toString().toLowerCase(Locale.ROOT);
    boolean known = TRUE.contains(text) || FALSE.contains(text);
    return known ? Optional.of(TRUE.contains(text)) : Optional.empty();
  }

  /// The bits of a file mode, which is always octal.
  public static Optional<Integer> mode(CharSequence value) {
    String text = value.toString();
    if (!text.matches("[0-7]{1,9}")) {
      return Optional.empty();
    }
    int mode = Integer.parseInt(text, 8);
    return mode <= MAX_MODE ? Optional.of(mode) : Optional.empty();
  }

  /// A whole number without a sign.
  public static Optional<Long> number(CharSequence value) {
    return value.toString().matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(value.toString()))
        : Optional.empty();
  }

  /// A size in bytes, `K` being 1024; `1G 512M` adds up.
  public static Optional<Long> size(CharSequence value) {
    Matcher term = SIZE.matcher(value);
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (at < value.length()) {
      if (!term.region(at, value.length()).lookingAt()) {
        return Optional.empty();
      }
      int power = term.group(2).isEmpty() ? 0 : "BKMGTPE".indexOf(term.group(2));
      sum = sum.add(new BigDecimal(term.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power))));
      at = term.end();
    }
    boolean sane = at > 0 && sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return sane ? Optional.of(sum.longValue()) : Optional.empty();
  }
}
