package dev.nginxlint.server.reading;

import dev.nginxlint.source.Text;

/// The two halves of an address, as different programs cut it.
///
/// @param host what stands before the port, brackets included
/// @param port the port, or what stands in its place
public record Addresses(String host, String port) {
  /// Cuts at the last colon outside brackets; without one it is all host.
  public static Addresses atLastColon(Text address, String usualPort) {
    String value = address.value();
    int bracket = value.lastIndexOf(']');
    int colon = value.lastIndexOf(':');
    return colon > bracket
        ? new Addresses(value.substring(0, colon), value.substring(colon + 1))
        : new Addresses(value, usualPort);
  }

  /// Cuts at the first colon outside brackets, and at the second if there is one.
  public static Addresses atFirstColon(Text address, String usualPort) {
    String value = address.value();
    int bracket = value.startsWith("[") ? value.indexOf(']') : -1;
    int colon = value.indexOf(':', bracket + 1);
    if (colon < 0) {
      return new Addresses(value, usualPort);
    }
    int second = value.indexOf(':', colon + 1);
    return new Addresses(
        value.substring(0, colon),
        value.substring(colon + 1, second < 0 ? value.length() : second));
  }
}
