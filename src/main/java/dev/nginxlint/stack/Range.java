package dev.nginxlint.stack;

import java.net.InetAddress;
import java.util.Optional;

/// Addresses with a common beginning, as `allow` and `set_real_ip_from` write them: `10.0.0.0/8`,
/// `::1`.
///
/// @param bits how many bits of them are those of `first`
public record Range(Address first, int bits) {
  /// What a text stands for; empty if it is no address.
  public static Optional<Range> parse(String text) {
    int slash = text.indexOf('/');
    Optional<Address> first = Address.parse(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    return first
        .filter(_ -> slash < 0 || length.matches("\\d{1,3}"))
        .map(address -> new Range(address, slash < 0 ? whole(address) : Integer.parseInt(length)))
        .filter(range -> range.bits <= whole(range.first));
  }

  private static int whole(Address address) {
    return address.family() == Family.IPV4 ? 32 : 128;
  }

  /// Whether an address is in both.
  public boolean meets(Range other) {
    byte[] own = bytes(first);
    byte[] others = bytes(other.first);
    boolean same = first.family() == other.first.family();
    for (int bit = 0; same && bit < Math.min(bits, other.bits); bit++) {
      same = ((own[bit / 8] ^ others[bit / 8]) >> (7 - bit % 8) & 1) == 0;
    }
    return same;
  }

  private static byte[] bytes(Address address) {
    return InetAddress.ofLiteral(address.literal()).getAddress();
  }
}
