package dev.nginxlint.link;

import dev.nginxlint.stack.Protocol;

/// Whether two ends understand each other.
final class Speech {
  private Speech() {}

  /// Whether a server that speaks `spoken` gives an answer to somebody who speaks `dialled`.
  static boolean understood(Protocol dialled, Protocol spoken) {
    if (dialled == spoken || dialled == Protocol.TCP || spoken == Protocol.TCP) {
      return true;
    }
    return switch (dialled) {
      // Whether an HTTP server takes HTTP/2 without TLS is its own affair.
      case GRPC -> spoken == Protocol.HTTP;
      case GRPCS -> spoken == Protocol.HTTPS;
      case HTTP, HTTPS, FASTCGI, UWSGI, SCGI, MEMCACHED -> false;
      case REDIS, POSTGRESQL, MYSQL, MONGODB, AMQP, TCP, UDP -> true;
    };
  }
}
