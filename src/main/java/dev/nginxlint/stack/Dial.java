package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import java.util.List;
import java.util.Set;

/// How nginx makes the connection of a hop, before it sends a request.
///
/// @param lookup when and by whom it has the name of the peer resolved
/// @param proxyProtocol whether a stream begins with a PROXY line: `on`
/// @param serverName whether it names the site in the TLS handshake: `on`
public record Dial(Lookup lookup, Effective<String> proxyProtocol, Effective<String> serverName) {

  /// When and by whom a name is resolved.
  public sealed interface Lookup {
    /// By the system, once, when nginx starts.
    record AtStart() implements Lookup {}

    /// By these servers while it runs: nginx's own resolver reads no hosts file.
    record By(List<Sourced<String>> servers) implements Lookup {
      public By {
        servers = List.copyOf(servers);
      }

      /// Whether nobody is asked but some of these.
      public boolean only(Set<String> addresses) {
        return !servers.isEmpty()
            && servers.stream()
                .map(server -> server.value().replaceFirst(":53$", ""))
                .allMatch(addresses::contains);
      }
    }

    /// While it runs, and no `resolver` is in effect.
    record Nobody() implements Lookup {}

    /// While it runs, by whom only a file tells that is not in view.
    record Unseen() implements Lookup {}
  }
}
