package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.HostSent;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The host that a pass sends: `$proxy_host`, what stands in the pass, unless it is told another.
final class Hosts {
  /// The host that the client asked for, with its port or with nginx's.
  private static final Pattern ASKED =
      Pattern.compile("\\$(host|http_host|\\{host}|\\{http_host})(:(\\$server_port|\\d+))?");

  private Hosts() {}

  /// What is sent, if it is known.
  static Optional<Remark> sent(Process nginx, Word word, Peers.Pass pass, Settings settings) {
    List<Sourced<String>> told =
        settings.headers().stream()
            .filter(header -> header.name().value().equalsIgnoreCase("host"))
            .map(Settings.Header::value)
            .toList();
    String written = told.isEmpty() ? "$proxy_host" : told.getFirst().value();
    if (ASKED.matcher(written).matches()) {
      return Optional.of(new HostSent(nginx, word.at(), Optional.empty()));
    }
    boolean own = written.equals("$proxy_host");
    String host = own ? pass.authority().value() : written;
    boolean known =
        !host.isEmpty() && !Hole.in(host) && host.indexOf('$') < 0 && !host.startsWith("unix:");
    return known
        ? Optional.of(
            new HostSent(
                nginx,
                word.at(),
                Optional.of(new Sourced<>(host, own ? word.at() : told.getFirst().at()))))
        : Optional.empty();
  }
}
