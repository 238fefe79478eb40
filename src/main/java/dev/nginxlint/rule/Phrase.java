package dev.nginxlint.rule;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Target;
import java.time.Duration;
import java.util.Optional;

/// The words that messages of several rules are made of.
public final class Phrase {
  /// What nginx says of an address on which nobody listens.
  public static final String REFUSED =
      "502; connect() failed (111: Connection refused) while connecting to upstream";

  /// What nginx says of a published port behind which nobody listens: docker-proxy takes the
  /// connection before it tries the container, and then closes it with the request unread.
  public static final String FORWARDED =
      "502; recv() failed (104: Connection reset by peer) while reading response header from"
          + " upstream";

  private Phrase() {}

  /// Where a hop goes: `127.0.0.1:8000`, `unix:/run/app.sock`.
  public static String target(Hop hop) {
    return switch (hop.target()) {
      case Target.Inet(var host, var port) -> host.value() + ":" + port.value();
      case Target.Unix(var path) -> "unix:" + path.value();
      case Target.Open open -> open.why();
    };
  }

  /// What comes of a name that nothing resolves. nginx repeats what a `server` of an upstream says,
  /// with its port, and of a pass the host only.
  public static String unresolved(Hop hop, String name) {
    if (hop.resolvesLate()) {
      return "502; %s could not be resolved (3: Host not found)".formatted(name);
    }
    boolean ported =
        hop.upstream().isPresent()
            && hop.target() instanceof Target.Inet(var _, var port)
            && port.written().isPresent();
    return "nginx does not start; [emerg] host not found in upstream \"%s\""
        .formatted(ported ? target(hop) : name);
  }

  /// Who listens: `app.service (gunicorn)`, `service "web"`.
  public static String owner(Listener listener) {
    Process owner = listener.owner();
    return owner
        .server()
        .filter(server -> !owner.label().contains(server))
        .map(server -> owner.label() + " (" + server + ")")
        .orElse(owner.label());
  }

  /// What a listener listens on, as a label of the place where it says so.
  public static String listens(Listener listener) {
    return switch (listener.bind().evidence()) {
      case STATED -> "listens on " + listener.endpoint();
      case SERVER_DEFAULT -> "listens on " + listener.endpoint() + " by default";
      case IMAGE_DEFAULT -> "the image listens on " + listener.endpoint() + " by default";
      case HINT -> "seems to listen on " + port(listener.endpoint());
    };
  }

  /// The port, or the path: what of an endpoint a hop to it has to name.
  public static String port(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Inet inet -> "port " + inet.port();
      case Endpoint.Unix unix -> unix.path();
      case Endpoint.Abstract name -> "@" + name.name();
    };
  }

  /// A length of time, and whether nobody wrote it: `90s`, `60s by default`.
  public static String effective(Effective<Duration> time) {
    return time(time.value()) + (time.written().isPresent() ? "" : " by default");
  }

  /// A length of time as configs write it: `90s`, `5m`, `500ms`.
  public static String time(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds >= 120 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /// What comes of a body that is too large.
  public static String refused(Intake.Refusal refusal) {
    return switch (refusal) {
      case ANSWERED -> "413 for larger uploads; client intended to send too large body";
      case DROPPED ->
          "larger uploads arrive empty; POST Content-Length of ... bytes exceeds the limit of ..."
              + " bytes";
      case CLOSED ->
          "502 for larger uploads; recv() failed (104: Connection reset by peer) while reading"
              + " response header from upstream";
    };
  }

  /// A number of bytes as configs write it: `8k`, `1m`, `4095`.
  public static String size(long bytes) {
    boolean whole = bytes > 0 && bytes % 1024 == 0;
    return !whole
        ? String.valueOf(bytes)
        : bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + "m" : bytes / 1024 + "k";
  }

  /// A text from a linted file with its unknown parts as an ellipsis.
  public static String shown(String text) {
    return text.replace(Hole.STRING, "…");
  }

  /// A finding about a container that never gets healthy, with what comes of that.
  ///
  /// @param awaited where another service waits for it
  /// @param alone what comes of it if none does
  public static Finding unhealthy(Finding finding, Optional<Span> awaited, String alone) {
    return awaited
        .map(
            at ->
                finding
                    .and(at, "waits until it is healthy")
                    .effect(
                        "what waits for it does not start; dependency failed to start: container"
                            + " ... is unhealthy"))
        .orElseGet(() -> finding.effect(alone).provenIf(false));
  }
}
