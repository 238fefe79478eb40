package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.syntax.nginx.Word;
import java.util.Optional;

/// The host that a pass sends: `$proxy_host`, what stands in the pass, unless it is told another.
final class Hosts {
  private Hosts() {}

  /// A host with an underscore, which the name of an upstream may have and that of a machine not.
  static Optional<Remark> sent(Process nginx, Word word, Peers.Pass pass, Settings settings) {
    boolean other =
        settings.headers().stream()
            .anyMatch(
                header ->
                    header.name().value().equalsIgnoreCase("host")
                        && !header.value().value().equals("$proxy_host"));
    String authority = pass.authority().value();
    boolean known = !Hole.in(authority) && !authority.startsWith("unix:");
    String host = authority.replaceFirst(":\\d+$", "");
    return !other && known && host.indexOf('_') >= 0
        ? Optional.of(new Remark.UnderscoreSent(nginx, word.at(), authority))
        : Optional.empty();
  }
}
