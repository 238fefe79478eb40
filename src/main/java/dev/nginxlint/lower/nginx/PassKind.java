package dev.nginxlint.lower.nginx;

import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The directives that hand a request on.
///
/// @param prefix how the names of its settings begin
/// @param plain what it speaks
/// @param secure what it speaks if its scheme says so
/// @param schemes the schemes that say so
/// @param port the port for an address without one
/// @param securePort the same for the secure schemes
record PassKind(
    String directive,
    String prefix,
    Protocol plain,
    Protocol secure,
    List<String> schemes,
    int port,
    int securePort) {
  private static final Map<String, PassKind> HTTP =
      Stream.of(
              new PassKind(
                  "proxy_pass", "proxy_", Protocol.HTTP, Protocol.HTTPS, List.of("https"), 80, 443),
              new PassKind(
                  "grpc_pass", "grpc_", Protocol.GRPC, Protocol.GRPCS, List.of("grpcs"), 80, 443),
              plain("fastcgi_pass", "fastcgi_", Protocol.FASTCGI),
              plain("uwsgi_pass", "uwsgi_", Protocol.UWSGI),
              plain("scgi_pass", "scgi_", Protocol.SCGI),
              plain("memcached_pass", "memcached_", Protocol.MEMCACHED))
          .collect(Collectors.toMap(PassKind::directive, Function.identity()));

  private static PassKind plain(String directive, String prefix, Protocol protocol) {
    return new PassKind(directive, prefix, protocol, protocol, List.of(), 80, 80);
  }

  /// The directive of this name in an `http` block.
  static Optional<PassKind> http(String directive) {
    return Optional.ofNullable(HTTP.get(directive));
  }

  /// What a pass with this scheme speaks.
  Protocol protocol(String scheme) {
    return schemes.contains(scheme) ? secure : plain;
  }

  /// The port of a pass with this scheme that names none.
  int port(String scheme) {
    return schemes.contains(scheme) ? securePort : port;
  }
}
