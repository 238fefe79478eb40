package dev.nginxlint.stack;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// An IP address in its canonical spelling: `127.0.0.1`, `::1`, `::`.
public record Address(Family family, String literal) {
  /// `0.0.0.0`
  public static final Address ANY_V4 = new Address(Family.IPV4, "0.0.0.0");

  /// `::`
  public static final Address ANY_V6 = new Address(Family.IPV6, "::");

  /// `127.0.0.1`
  public static final Address LOOPBACK_V4 = new Address(Family.IPV4, "127.0.0.1");

  /// `::1`
  public static final Address LOOPBACK_V6 = new Address(Family.IPV6, "::1");

  private static final List<Address> COMMON = List.of(ANY_V4, ANY_V6, LOOPBACK_V4, LOOPBACK_V6);

  /// The address that a literal stands for, brackets allowed; empty for a name and for nonsense.
  public static Optional<Address> parse(String literal) {
    // Most are one of these, and the first use of InetAddress costs a start 5 ms.
    for (Address common : COMMON) {
      if (literal.equals(common.literal) || literal.equals(common.beforePort())) {
        return Optional.of(common);
      }
    }
    boolean bracketed = literal.startsWith("[") && literal.endsWith("]");
    String bare = bracketed ? literal.substring(1, literal.length() - 1) : literal;
    try {
      if (bare.indexOf(':') >= 0) {
        return switch (InetAddress.ofLiteral(bare)) {
          case Inet4Address mapped -> Optional.of(v4(mapped));
          case Inet6Address v6 -> Optional.of(new Address(Family.IPV6, compress(v6.getAddress())));
          default -> Optional.empty();
        };
      }
      boolean quad = bare.chars().filter(c -> c == '.').count() == 3;
      return quad && !bracketed ? Optional.of(v4(Inet4Address.ofLiteral(bare))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether it means every address of its family.
  public boolean isAny() {
    return equals(ANY_V4) || equals(ANY_V6);
  }

  /// Whether it is reached from its own place only: 127.0.0.0/8 and `::1`.
  public boolean isLoopback() {
    return family == Family.IPV4 ? literal.startsWith("127.") : equals(LOOPBACK_V6);
  }

  /// The address as it stands before a port: IPv6 in brackets.
  public String beforePort() {
    return family == Family.IPV6 ? "[" + literal + "]" : literal;
  }

  @Override
  public String toString() {
    return literal;
  }

  private static Address v4(InetAddress address) {
    return new Address(Family.IPV4, address.getHostAddress());
  }

  /// The spelling of RFC 5952: lower case, the longest run of zero groups as `::`.
  private static String compress(byte[] bytes) {
    int bestStart = -1;
    int bestLength = 1;
    int runStart = -1;
    for (int group = 0; group <= 8; group++) {
      boolean zero = group < 8 && bytes[2 * group] == 0 && bytes[2 * group + 1] == 0;
      if (zero && runStart < 0) {
        runStart = group;
      } else if (!zero && runStart >= 0) {
        if (group - runStart > bestLength) {
          bestStart = runStart;
          bestLength = group - runStart;
        }
        runStart = -1;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 8; group++) {
      if (group == bestStart) {
        text.append("::");
        group += bestLength - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      int value = ((bytes[2 * group] & 0xff) << 8) | (bytes[2 * group + 1] & 0xff);
      text.append(Integer.toHexString(value));
    }
    return text.toString();
  }
}
