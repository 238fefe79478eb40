package dev.nginxlint.server.catalogue;

/// The command line of gunicorn, from 20 to 26 (`gunicorn --help`).
final class GunicornOptions {
  static final String TABLE =
      """
      -b --bind ADDRESS
      -c --config FILE
      -k --worker-class STRING
      --threads INT
      -t --timeout INT
      --graceful-timeout INT
      --keep-alive INT
      --backlog INT
      -u --user USER
      -g --group GROUP
      -m --umask INT
      --chdir DIR
      --certfile FILE
      --keyfile FILE
      --protocol NAME
      --check-config
      --print-config
      -v --version
      -w --workers INT
      -D --daemon
      -e --env ENV
      -p --pid FILE
      -n --name STRING
      -R --enable-stdio-inheritance
      --access-logfile FILE
      --access-logformat STRING
      --error-logfile --log-file FILE
      --log-level LEVEL
      --log-config FILE
      --log-syslog
      --log-syslog-to ADDRESS
      --logger-class STRING
      --worker-connections INT
      --worker-tmp-dir DIR
      --max-requests INT
      --max-requests-jitter INT
      --limit-request-line INT
      --limit-request-fields INT
      --limit-request-field_size INT
      --forwarded-allow-ips STRING
      --proxy-allow-from STRING
      --proxy-protocol [MODE]
      --pythonpath STRING
      --paste --paster STRING
      --statsd-host ADDRESS
      --statsd-prefix STRING
      --ca-certs FILE
      --ciphers STRING
      --preload
      --reload
      --reload-engine STRING
      --reload-extra-file FILE
      --capture-output
      --no-sendfile
      --reuse-port
      --initgroups
      --log-config-json FILE
      --log-syslog-prefix STRING
      --log-syslog-facility STRING
      --disable-redirect-access-to-syslog
      --dogstatsd-tags STRING
      --spew
      --paste-global PAIR
      --ssl-version NAME
      --cert-reqs INT
      --do-handshake-on-connect
      --suppress-ragged-eofs
      --forwarder-headers LIST
      --header-map MODE
      --strip-header-spaces
      --permit-unconventional-http-method
      --permit-unconventional-http-version
      --casefold-http-method
      --uwsgi-allow-from LIST
      --http-protocols LIST
      --http2-cleartext MODE
      --http2-max-concurrent-streams INT
      --http2-initial-window-size INT
      --http2-max-frame-size INT
      --http2-max-header-list-size INT
      --asgi-loop NAME
      --asgi-lifespan MODE
      --root-path PATH
      --control-socket PATH
      --control-socket-mode MODE
      --no-control-socket
      """;

  private GunicornOptions() {}
}
