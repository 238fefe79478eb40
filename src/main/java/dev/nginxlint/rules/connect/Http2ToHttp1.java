package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// nginx speaks HTTP/2, as gRPC does, to a server that only knows HTTP/1.
public final class Http2ToHttp1 implements Rule {
  /// Servers of HTTP/1 that take HTTP/2 over TLS only, or not at all.
  private static final Set<String> HTTP1 =
      Set.of(
          "gunicorn",
          "uvicorn",
          "daphne",
          "waitress",
          "django",
          "flask",
          "puma",
          "unicorn",
          "thin",
          "uwsgi");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.hop().protocol() == Protocol.GRPC
          && call.answer() instanceof Answer.Found(Listener listener, var _)
          && listener.protocol() == Protocol.HTTP
          && listener.owner().server().filter(HTTP1::contains).isPresent()) {
        findings.putIfAbsent(call.hop().at(), finding(call.hop(), listener));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, Listener listener) {
    return Finding.at(
            hop.at(),
            "nginx speaks HTTP/2 here",
            "%s speaks HTTP/2 to %s, and %s knows HTTP/1 only"
                .formatted(hop.directive(), Phrase.target(hop), Phrase.owner(listener)))
        .and(listener.bind().at(), Phrase.listens(listener))
        .effect("502; upstream sent too large http2 frame")
        .fix("use proxy_pass, or connect to the port of the gRPC server")
        .provenIf(listener.proven());
  }
}
