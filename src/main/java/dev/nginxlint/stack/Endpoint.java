package dev.nginxlint.stack;

import java.util.Set;

/// Something that can be listened on.
public sealed interface Endpoint {
  /// A TCP or UDP port; `families` is what the socket really takes, which for `::` depends on the
  /// server.
  record Inet(Address address, int port, Set<Family> families) implements Endpoint {
    /// Whether the kernel refuses to open one socket while the other is open.
    public boolean overlaps(Inet other) {
      boolean common = families.stream().anyMatch(other.families::contains);
      boolean same = address.equals(other.address) || address.isAny() || other.address.isAny();
      return port == other.port && common && same;
    }

    @Override
    public String toString() {
      return address.beforePort() + ":" + port;
    }
  }

  /// A Unix socket at an absolute path, `/var/run` written as `/run`.
  record Unix(String path) implements Endpoint {
    @Override
    public String toString() {
      return "unix:" + path;
    }
  }

  /// A Unix socket in the abstract namespace, which is the network namespace's, without its `@`.
  record Abstract(String name) implements Endpoint {
    @Override
    public String toString() {
      return "unix:@" + name;
    }
  }
}
