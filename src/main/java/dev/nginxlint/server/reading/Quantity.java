package dev.nginxlint.server.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as programs read them.
public final class Quantity {
  private static final Pattern BYTES = Pattern.compile("([0-9]{1,10})([kKmMgG]?)[bB]?");

  private Quantity() {}

  /// A whole number that is not negative: `8000`, and Python's `1_000`.
  public static Optional<Integer> number(String text) {
    String digits = text.strip().replace("_", "");
    boolean plain =
        !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Quantity::isDigit);
    return plain ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// A number of bytes: `8192`, `8M`, `100MB`.
  public static Optional<Long> bytes(String text) {
    Matcher size = BYTES.matcher(text.strip());
    return size.matches()
        ? Optional.of(Long.parseLong(size.group(1)) << shift(size.group(2)))
        : Optional.empty();
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k", "K" -> 10;
      case "m", "M" -> 20;
      case "g", "G" -> 30;
      default -> 0;
    };
  }

  /// A time in seconds: `30`, `2.5`.
  public static Optional<Duration> seconds(String text) {
    return decimal(text).map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /// A time in milliseconds.
  public static Optional<Duration> milliseconds(String text) {
    return decimal(text).map(millis -> Duration.ofMillis(Math.round(millis)));
  }

  private static Optional<Double> decimal(String text) {
    return text.strip().matches("[0-9]{1,9}(\\.[0-9]{1,6})?")
        ? Optional.of(Double.parseDouble(text.strip()))
        : Optional.empty();
  }

  /// A file mode in octal: `660`, `0660`.
  public static Optional<Integer> octal(String text) {
    return text.strip().matches("0?[oO]?[0-7]{1,4}")
        ? Optional.of(Integer.parseInt(text.strip().replaceFirst("0?[oO]", ""), 8))
        : Optional.empty();
  }

  /// A whole number as code writes it: `007` and `0o7` are octal, `22` is decimal.
  public static Optional<Integer> literal(String text) {
    return text.startsWith("0") ? octal(text) : number(text);
  }

  /// A string that is not empty.
  public static Optional<String> word(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }
}
