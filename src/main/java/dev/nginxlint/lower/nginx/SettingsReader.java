package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.stack.Settings.Header;
import dev.nginxlint.stack.Settings.Reuse;
import dev.nginxlint.stack.Settings.Upload;
import dev.nginxlint.syntax.nginx.Directive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is in effect for a pass.
final class SettingsReader {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration STREAM_IDLE = Duration.ofMinutes(10);

  private final Generation generation;

  SettingsReader(Generation generation) {
    this.generation = generation;
  }

  /// The settings for a pass of the family that begins with `prefix`, in an `http` block.
  Settings http(Level level, String prefix) {
    List<Header> headers =
        level.list(prefix + "set_header").stream()
            .filter(directive -> directive.arguments().size() == 2)
            .map(SettingsReader::header)
            .toList();
    boolean modern = generation == Generation.SINCE_1_29_7;
    Effective<String> version = level.text("proxy_http_version", modern ? "1.1" : "1.0");
    return new Settings(
        prefix,
        level.time(prefix + "connect_timeout", MINUTE),
        level.time(prefix + "read_timeout", MINUTE),
        level.time(prefix + "send_timeout", MINUTE),
        new Upload(
            level.time("client_body_timeout", MINUTE),
            !level.text(prefix + "request_buffering", "on").value().equals("off")),
        version,
        headers,
        reuse(level, prefix, version, headers));
  }

  /// The settings for a `proxy_pass` in a `stream` block.
  Settings stream(Level level) {
    Optional<Effective<Duration>> idle = level.time("proxy_timeout", STREAM_IDLE);
    return new Settings(
        "proxy_",
        level.time("proxy_connect_timeout", MINUTE),
        idle,
        idle,
        new Upload(Optional.empty(), false),
        new Effective.Default<>("", "nginx"),
        List.of(),
        new Reuse.Kept());
  }

  private static Header header(Directive directive) {
    return new Header(
        directive.arguments().getFirst().sourced(), directive.arguments().getLast().sourced());
  }

  private Reuse reuse(Level level, String prefix, Effective<String> version, List<Header> headers) {
    return switch (prefix) {
      case "proxy_" -> http(version, headers);
      case "fastcgi_" -> fastcgi(level.text("fastcgi_keep_conn", "off"));
      case "uwsgi_", "scgi_" ->
          new Reuse.Closed("the protocol has no connections to keep", Optional.empty());
      default -> new Reuse.Kept();
    };
  }

  private static Reuse fastcgi(Effective<String> kept) {
    return kept.value().equals("off")
        ? new Reuse.Closed("fastcgi_keep_conn is off", kept.written())
        : new Reuse.Kept();
  }

  private Reuse http(Effective<String> version, List<Header> headers) {
    boolean old = generation == Generation.BEFORE_1_29_7;
    Optional<Span> written = version.written();
    if (version.value().equals("1.0") && (old || written.isPresent())) {
      return new Reuse.Closed(
          written.isPresent() ? "HTTP/1.0" : "it speaks HTTP/1.0, the default before 1.29.7",
          written);
    }
    Optional<Sourced<String>> connection =
        headers.stream()
            .filter(header -> header.name().value().equalsIgnoreCase("connection"))
            .map(Header::value)
            .findFirst();
    if (connection.isEmpty()) {
      return old
          ? new Reuse.Closed(
              "it sends Connection: close, the default before 1.29.7", Optional.empty())
          : new Reuse.Kept();
    }
    return connection.get().value().equalsIgnoreCase("close")
        ? new Reuse.Closed("it sends Connection: close", Optional.of(connection.get().at()))
        : new Reuse.Kept();
  }
}
