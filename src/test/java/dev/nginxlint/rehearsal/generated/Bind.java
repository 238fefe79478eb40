package dev.nginxlint.rehearsal.generated;

/// What a server is told to listen on.
sealed interface Bind {
  /// A port of an address.
  record Inet(String host, int port) implements Bind {
    String address() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /// A Unix socket, drawn with its directory.
  static Unix unix(String drawn) {
    String[] parts = drawn.split("\n", 2);
    return new Unix(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /// A Unix socket.
  ///
  /// @param directory what the unit says of its directory
  record Unix(String path, String directory) implements Bind {}
}
