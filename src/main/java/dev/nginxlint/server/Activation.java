package dev.nginxlint.server;

/// What a server does with the sockets that systemd hands it (`LISTEN_FDS`).
public enum Activation {
  /// It listens on those only; its own addresses are ignored (gunicorn).
  REPLACES_BINDS,
  /// It takes all of them, and one that an option names once more, for which it does not start
  /// (gunicorn with `fd://3`: `create_sockets` of `gunicorn/sock.py`, since 20.0).
  TAKES_TWICE,
  /// It listens on all of those beside its own (uWSGI).
  JOINS_BINDS,
  /// It takes those whose address equals one of its own, and opens the rest itself (puma).
  MATCHES_BINDS,
  /// It takes one if an option names its descriptor (`--fd 3`), and otherwise opens its own.
  BY_OPTION,
  /// It knows nothing of them.
  IGNORES
}
