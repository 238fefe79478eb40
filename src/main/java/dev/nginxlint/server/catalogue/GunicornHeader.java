package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.stack.Intake;
import java.util.Optional;
import java.util.Set;

/// How long a line of a request's header gunicorn takes; the request line has half as much.
final class GunicornHeader {
  /// The workers that read requests by gunicorn's own parser, and not by one of another server.
  private static final Set<String> OWN_PARSER = Set.of("sync", "gthread", "gevent", "eventlet");

  private static final long USUAL = 8190;

  private GunicornHeader() {}

  static Optional<Intake.Limit> limit(Setting worker, Setting size) {
    boolean own =
        !worker.isOpen()
            || worker.value().filter(text -> OWN_PARSER.contains(text.value())).isPresent();
    return size.effective(Quantity::bytes, USUAL, "gunicorn")
        .filter(most -> own && most.value() > 0)
        .map(most -> new Intake.Limit("--limit-request-field_size", most, Intake.Refusal.ANSWERED));
  }
}
