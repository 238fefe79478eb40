package dev.nginxlint.lower.nginx;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as nginx reads them: a number, and `k`, `m` or `g` (ngx_parse_offset).
final class NginxSize {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmg]?)");

  private NginxSize() {}

  /// The size in bytes; empty if the text is none.
  static Optional<Long> parse(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    return size.matches()
        ? Optional.of(Long.parseLong(size.group(1)) << shift(size.group(2)))
        : Optional.empty();
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }
}
