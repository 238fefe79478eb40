package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Locale;
import java.util.Optional;

/// A listener outside of everything in view, as somebody declared it: `10.0.0.5:8000 http`.
///
/// @param host a name or a literal address, without brackets
public record External(String host, int port, Protocol protocol, Span at) {
  /// Whether a hop goes to it.
  public boolean isDialledBy(Hop hop) {
    return hop.target() instanceof Target.Inet(var name, var number)
        && number.value() == port
        && same(name.value());
  }

  private boolean same(String name) {
    Optional<Address> literal = Address.parse(name);
    return literal.isPresent()
        ? literal.equals(Address.parse(host))
        : name.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
