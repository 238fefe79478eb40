package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.HandshakeLost.Certainty;
import dev.nginxlint.stack.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a WebSocket handshake a pass hands on: nginx drops the headers that are for one
/// connection (RFC 9110, 7.6.1), so that they have to be set again.
final class WebSockets {
  /// Paths at which libraries take WebSockets by custom: ActionCable, Socket.IO, SockJS, and plain.
  private static final Pattern PATH =
      Pattern.compile("(?:= |\\^~ )?/(?:.*/)?(wss?|websockets?|socket\\.io|cable|sockjs)/?");

  private final Generation generation;

  WebSockets(Generation generation) {
    this.generation = generation;
  }

  /// What is lost, where a pass is plainly there for WebSocket.
  Optional<Remark> lost(
      Process nginx, Sourced<String> pass, Optional<Sourced<String>> location, Settings settings) {
    Optional<String> upgrade = header(settings, "upgrade");
    Matcher path = PATH.matcher(location.map(Sourced::value).orElse(""));
    boolean set = upgrade.filter(value -> !value.isEmpty()).isPresent();
    if (!set && !path.matches()) {
      return Optional.empty();
    }
    List<String> missing = new ArrayList<>();
    if (!set) {
      missing.add("Upgrade");
    }
    boolean connected =
        header(settings, "connection")
            .filter(
                v ->
                    v.indexOf('$') >= 0
                        || Hole.in(v)
                        || v.toLowerCase(Locale.ROOT).contains("upgrade"))
            .isPresent();
    if (!connected) {
      missing.add("Connection");
    }
    Certainty certainty =
        missing.isEmpty()
            ? Certainty.DEPENDS
            // The path of web services is /ws as well.
            : set || !path.group(1).equals("ws") ? Certainty.FAILS : Certainty.BY_NAME;
    boolean told =
        generation == Generation.BEFORE_1_29_7 || settings.httpVersion().written().isPresent();
    if (told && settings.httpVersion().value().equals("1.0")) {
      missing.add("HTTP/1.1");
    }
    String sign = set ? "sets Upgrade" : "location " + path.group();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Remark.HandshakeLost(nginx, pass.at(), sign, missing, certainty));
  }

  private static Optional<String> header(Settings settings, String name) {
    return settings.headers().stream()
        .filter(header -> header.name().value().equalsIgnoreCase(name))
        .map(header -> header.value().value())
        .findFirst();
  }
}
