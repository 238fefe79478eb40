package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What nginx does on a hop, after its inheritance; a time is empty if only a template knows it.
///
/// @param prefix how the names of the settings begin: `proxy_`, `fastcgi_`
/// @param connect how long a connection may take to be made
/// @param read how long it waits between two reads of the answer
/// @param send how long it waits between two writes of the request
/// @param upload how it takes the body of the request
/// @param reuse whether a connection can be used for another request
/// @param headers the request headers it sets, as a level that sets any replaces all of the level
///   above
public record Settings(
    String prefix,
    Optional<Effective<Duration>> connect,
    Optional<Effective<Duration>> read,
    Optional<Effective<Duration>> send,
    Upload upload,
    Effective<String> httpVersion,
    List<Header> headers,
    Reuse reuse) {
  public Settings {
    headers = List.copyOf(headers);
  }

  /// How the body of a request is taken.
  ///
  /// @param pause how long between two reads of it: `client_body_timeout`
  /// @param held whether it is handed on only when all of it is there: `proxy_request_buffering`
  public record Upload(Optional<Effective<Duration>> pause, boolean held) {}

  /// Whether a connection can be used for another request, as far as nginx decides it.
  public sealed interface Reuse {
    /// It can.
    record Kept() implements Reuse {}

    /// It cannot, because of what stands at `at`, or of a default.
    record Closed(String why, Optional<Span> at) implements Reuse {}
  }

  /// A header that is set on the request; an empty value removes it.
  public record Header(Sourced<String> name, Sourced<String> value) {}
}
