package dev.nginxlint.lower.nginx;

import dev.nginxlint.stack.Dial;
import dev.nginxlint.stack.Dial.Lookup;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.Optional;

/// How the connections of passes are made.
final class Dials {
  private final Configuration configuration;

  Dials(Configuration configuration) {
    this.configuration = configuration;
  }

  Configuration configuration() {
    return configuration;
  }

  /// How nginx dials a peer of a pass that stands in `level`.
  Dial of(Peers.Peer peer, Word pass, String prefix, Level level, Optional<Upstreams.Group> group) {
    boolean late = group.map(known -> known.renewed(peer)).orElse(pass.value().indexOf('$') >= 0);
    return new Dial(
        late ? lookup(level) : new Lookup.AtStart(),
        level.text("proxy_protocol", "off"),
        level.text(prefix + "ssl_server_name", "off"));
  }

  private Lookup lookup(Level level) {
    List<Directive> resolvers = level.list("resolver");
    if (resolvers.isEmpty()) {
      return configuration.open().isPresent() ? new Lookup.Unseen() : new Lookup.Nobody();
    }
    return new Lookup.By(
        resolvers.getLast().arguments().stream()
            .map(Word::sourced)
            .filter(word -> word.value().indexOf('=') < 0)
            .toList());
  }
}
