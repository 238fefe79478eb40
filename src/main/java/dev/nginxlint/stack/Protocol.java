package dev.nginxlint.stack;

/// What is spoken over a connection.
public enum Protocol {
  HTTP("HTTP"),
  HTTPS("HTTPS"),
  FASTCGI("FastCGI"),
  UWSGI("the uwsgi protocol"),
  SCGI("SCGI"),
  GRPC("gRPC"),
  GRPCS("gRPC over TLS"),
  MEMCACHED("the memcached protocol"),
  REDIS("the redis protocol"),
  POSTGRESQL("the PostgreSQL protocol"),
  MYSQL("the MySQL protocol"),
  MONGODB("the MongoDB protocol"),
  AMQP("AMQP"),
  /// Bytes that nginx hands on without reading them (stream), or a protocol of the server's own.
  TCP("TCP"),
  UDP("UDP");

  private final String label;

  Protocol(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
