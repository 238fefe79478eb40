package dev.nginxlint.server.reading;

import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which sockets a server opens for the host of an address; no two servers agree.
///
/// The hosts file is taken to name both 127.0.0.1 and ::1 `localhost`, as it does in containers and
/// in most distributions, ::1 being the first answer of getaddrinfo.
///
/// A table says what a host means, where it is not what most make of it: `(none)` is an empty host,
/// `two` a socket for each family, `dual` one that takes both, `any` the same or one for IPv4 where
/// IPv6 is not to be had, `refused` none at all.
public final class Hosts {
  private static final String COMMON =
      """
      (none)     refused
      *          refused
      0          0.0.0.0
      0.0.0.0    0.0.0.0
      ::         dual
      [::]       refused
      localhost  127.0.0.1
      """;

  private final Lazy<Map<String, String>> table;

  private Hosts(String table) {
    this.table = new Lazy<>(() -> meanings(table));
  }

  /// A table of hosts; those it does not name mean what most servers make of them.
  public static Hosts of(String table) {
    return new Hosts(table);
  }

  private static Map<String, String> meanings(String table) {
    Map<String, String> meanings = new HashMap<>();
    for (String line : (COMMON + table).lines().toList()) {
      int end = line.indexOf(' ');
      meanings.put(line.substring(0, end), line.substring(end).strip());
    }
    return meanings;
  }

  /// What a server opens for a host.
  public sealed interface Opened {
    /// These sockets.
    record Sockets(List<Endpoint.Inet> endpoints) implements Opened {}

    /// None; the server gives up.
    record Refused() implements Opened {}

    /// One on an address that only the name's machine knows.
    record Elsewhere() implements Opened {}
  }

  /// What the server opens for a host, which may be empty, and a port.
  public Opened open(String host, int port) {
    String key = host.isEmpty() ? "(none)" : host.toLowerCase(java.util.Locale.ROOT);
    Map<String, String> meanings = table.get();
    String meaning = meanings.get(key);
    if (meaning != null) {
      return meant(meaning, port);
    }
    boolean refused = host.startsWith("[") && meanings.get("[::]").equals("refused");
    Optional<Address> address = refused ? Optional.empty() : Address.parse(host);
    if (address.isPresent()) {
      Address literal = address.get();
      return literal.isAny()
          ? open(literal.literal(), port)
          : sockets(new Endpoint.Inet(literal, port, Set.of(literal.family())));
    }
    boolean name = host.matches("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?") && !isNumber(host);
    return name ? new Opened.Elsewhere() : new Opened.Refused();
  }

  /// Numbers are addresses to inet_aton, and never those that were meant.
  private static boolean isNumber(String host) {
    return host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }

  private static Opened meant(String meaning, int port) {
    return switch (meaning) {
      case "refused" -> new Opened.Refused();
      case "0.0.0.0" -> sockets(v4(Address.ANY_V4, port));
      case "127.0.0.1" -> sockets(v4(Address.LOOPBACK_V4, port));
      case "::" -> sockets(v6(Address.ANY_V6, port));
      case "::1" -> sockets(v6(Address.LOOPBACK_V6, port));
      case "dual" -> sockets(new Endpoint.Inet(Address.ANY_V6, port, Set.of(Family.values())));
      case "any" -> sockets(new Endpoint.Inet(Address.ANY_V4, port, Set.of(Family.values())));
      case "two" -> sockets(v4(Address.ANY_V4, port), v6(Address.ANY_V6, port));
      case "two loopbacks" -> sockets(v4(Address.LOOPBACK_V4, port), v6(Address.LOOPBACK_V6, port));
      default -> throw new IllegalArgumentException(meaning);
    };
  }

  private static Opened sockets(Endpoint.Inet... endpoints) {
    return new Opened.Sockets(List.of(endpoints));
  }

  private static Endpoint.Inet v4(Address address, int port) {
    return new Endpoint.Inet(address, port, Set.of(Family.IPV4));
  }

  private static Endpoint.Inet v6(Address address, int port) {
    return new Endpoint.Inet(address, port, Set.of(Family.IPV6));
  }
}
