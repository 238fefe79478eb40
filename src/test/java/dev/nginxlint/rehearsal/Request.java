package dev.nginxlint.rehearsal;

import dev.nginxlint.source.Hole;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Site;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request to nginx.
///
/// @param seconds how long the application takes to answer
/// @param host the name of the site
/// @param body how many bytes are sent with it
/// @param header how long one of its headers is
record Request(double seconds, String host, String url, long body, long header) {
  private static final Pattern LOCATION = Pattern.compile("(?:(=|\\^~|~\\*|~)\\s*)?(.*)");

  /// A request that nginx answers through a hop, if its site and location tell how to make one.
  ///
  /// @param loopback the address that stands for any of nginx's
  static Optional<Request> through(Hop hop, double seconds, String loopback) {
    return hop.site()
        .flatMap(site -> base(site, loopback).map(base -> base + path(hop)))
        .map(url -> new Request(seconds, host(hop.site().orElseThrow()), url, 0, 0));
  }

  /// The same with a body.
  Request with(long bytes) {
    return new Request(seconds, host, url, bytes, header);
  }

  /// The same, a little larger than what one of both ends takes, where they differ and one was
  /// told.
  Request heavy(Hop hop, Optional<Intake.Limit> body, Optional<Intake.Limit> header) {
    return new Request(
        seconds, host, url, over(hop.sizes().body(), body), over(hop.sizes().header(), header));
  }

  private static long over(Optional<Effective<Long>> let, Optional<Intake.Limit> taken) {
    boolean differ =
        let.isPresent()
            && taken.isPresent()
            && !let.get().value().equals(taken.get().size().value())
            && (let.get().written().isPresent() || taken.get().size().written().isPresent());
    return differ ? Math.min(let.get().value(), taken.get().size().value()) + 500 : 0;
  }

  private static Optional<String> base(Site site, String loopback) {
    return site.listens().stream().flatMap(listen -> base(listen, loopback).stream()).findFirst();
  }

  private static Optional<String> base(Bind listen, String any) {
    if (!(listen.endpoint() instanceof Endpoint.Inet inet)) {
      return Optional.empty();
    }
    String scheme = listen.protocol() == Protocol.HTTPS ? "https" : "http";
    boolean six = inet.address().beforePort().startsWith("[") && any.equals("127.0.0.1");
    String loopback = six ? "[::1]" : any;
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
