package dev.nginxlint.syntax.dockerfile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A port or a range of ports that EXPOSE names.
///
/// @param last the same as `first` for a single port
/// @param protocol `tcp`, `udp` or `sctp`
public record ExposedPort(int first, int last, String protocol) {
  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?(?:/(tcp|udp|sctp))?");
  private static final int MAX_PORT = 65_535;

  /// The ports that a word of EXPOSE stands for; empty for one that is refused or has a hole.
  public static Optional<ExposedPort> parse(CharSequence word) {
    Matcher port = SYNTAX.matcher(word.toString().toLowerCase(Locale.ROOT));
    if (!port.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(port.group(1));
    int last = port.group(2) == null ? first : Integer.parseInt(port.group(2));
    String protocol = port.group(3) == null ? "tcp" : port.group(3);
    return first <= last && last <= MAX_PORT
        ? Optional.of(new ExposedPort(first, last, protocol))
        : Optional.empty();
  }
}
