package dev.nginxlint.stack;

/// An address family of the internet protocols.
public enum Family {
  IPV4("IPv4"),
  IPV6("IPv6");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
