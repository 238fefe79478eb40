package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Limits.RequestLimit;
import dev.nginxlint.stack.Stack.Call;
import java.time.Duration;
import java.util.Optional;

/// How long nginx waits for an answer, and how long whoever it waits for may work on it.
public record Wait(Hop hop, Effective<Duration> read, Listener listener, RequestLimit limit) {
  /// Where both times are written, nginx's may well be the longer one, but hardly this many times.
  private static final int FAR = 4;

  /// Who gives up first, against what somebody wrote.
  public enum Order {
    /// nginx, before the time that the server was told.
    NGINX_FIRST,
    /// The server after its own default, though nginx was told to wait longer.
    SERVER_BY_DEFAULT,
    /// The server, long before nginx.
    SERVER_FAR,
    /// Nobody wrote anything that the other end contradicts.
    AGREED
  }

  /// The wait of a call, if both times are known.
  public static Optional<Wait> of(Call call) {
    return call.answer() instanceof Answer.Found(Listener listener, var _)
        ? call.hop()
            .settings()
            .read()
            .flatMap(
                read ->
                    listener
                        .owner()
                        .limits()
                        .request()
                        .map(limit -> new Wait(call.hop(), read, listener, limit)))
        : Optional.empty();
  }

  /// Where the site stands that waits.
  public Optional<Span> site() {
    return hop.site().map(Site::at);
  }

  /// Who gives up first.
  public Order order() {
    Duration waits = read.value();
    Duration works = limit.after().value();
    boolean told = limit.after().written().isPresent();
    if (waits.compareTo(works) < 0) {
      return told ? Order.NGINX_FIRST : Order.AGREED;
    }
    // What waits is not ended by a limit on work.
    boolean ended = limit.clock() == Limits.Clock.WALL;
    if (!ended || read.written().isEmpty() || waits.equals(works)) {
      return Order.AGREED;
    }
    // Whoever raised nginx's time expected answers that take it.
    boolean far = waits.compareTo(works.multipliedBy(FAR)) >= 0;
    return !told ? Order.SERVER_BY_DEFAULT : far ? Order.SERVER_FAR : Order.AGREED;
  }
}
