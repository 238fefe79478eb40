package dev.nginxlint.rehearsal;

import dev.nginxlint.source.Hole;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Site;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request that nginx answers through one hop.
///
/// @param seconds how long the application takes to answer
/// @param host the name of the site
record Request(Hop hop, double seconds, String host, String url) {
  private static final Pattern LOCATION = Pattern.compile("(?:(=|\\^~|~\\*|~)\\s*)?(.*)");

  /// A request through a hop, if its site and location tell how to make one.
  static Optional<Request> through(Hop hop, double seconds) {
    return hop.site()
        .flatMap(site -> base(site).map(base -> base + path(hop)))
        .map(url -> new Request(hop, seconds, host(hop.site().orElseThrow()), url));
  }

  private static Optional<String> base(Site site) {
    return site.listens().stream().flatMap(listen -> base(listen).stream()).findFirst();
  }

  private static Optional<String> base(Bind listen) {
    if (!(listen.endpoint() instanceof Endpoint.Inet inet)) {
      return Optional.empty();
    }
    String scheme = listen.protocol() == Protocol.HTTPS ? "https" : "http";
    String loopback = inet.address().beforePort().startsWith("[") ? "[::1]" : "127.0.0.1";
    String address = inet.address().isAny() ? loopback : inet.address().beforePort();
    return Optional.of(scheme + "://" + address + ":" + inet.port());
  }

  private static String host(Site site) {
    return site.names().stream()
        .map(name -> name.value())
        .filter(name -> name.matches("[a-z0-9.-]+"))
        .findFirst()
        .orElse("localhost");
  }

  private static String path(Hop hop) {
    String written = hop.location().map(location -> location.value()).orElse("/");
    Matcher matcher = LOCATION.matcher(written);
    boolean regex = matcher.matches() && matcher.group(1) != null && matcher.group(1).contains("~");
    String path = matcher.group(2);
    if (regex && !matcher.group(1).equals("^~")) {
      return path.contains("\\.php") ? "/index.php" : "/";
    }
    return path.startsWith("/") && !Hole.in(path) ? path : "/";
  }
}
