package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.HttpsDemanded;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// nginx tells an application that a request came by https, and its server does not take it from
/// there.
public final class ForwardedProtoUnheeded implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (HttpsDemanded demand : stack.remarks(HttpsDemanded.class)) {
      for (Call call : stack.calls()) {
        Hop hop = call.hop();
        Optional<Settings.Header> told = told(hop, demand);
        call.met()
            .filter(listener -> listener.owner().isStartedBy(demand.process()))
            .filter(listener -> told.isPresent() && !heeds(stack, hop, listener, demand))
            .ifPresent(
                listener ->
                    findings.putIfAbsent(
                        told.get().name().at(), finding(told.get(), demand, listener)));
      }
    }
    return List.copyOf(findings.values());
  }

  /// The header by which nginx, where TLS ends, says so.
  private static Optional<Settings.Header> told(Hop hop, HttpsDemanded demand) {
    boolean ends = hop.protocol() == Protocol.HTTP && hop.site().filter(Site::takesTls).isPresent();
    return hop.settings().headers().stream()
        .filter(_ -> ends)
        .filter(header -> demand.headers().contains(header.name().value().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean heeds(Stack stack, Hop hop, Listener listener, HttpsDemanded demand) {
    return switch (demand.heed()) {
      case OF_ANYBODY -> true;
      case OF_LOOPBACK ->
          !(listener.endpoint() instanceof Endpoint.Inet)
              || stack.whole(hop.place()).network().equals(stack.whole(listener.place()).network());
      case OF_NOBODY -> false;
    };
  }

  private static Finding finding(Settings.Header told, HttpsDemanded demand, Listener listener) {
    boolean deaf = demand.heed() == HttpsDemanded.Heed.OF_NOBODY;
    return Finding.at(
            told.name().at(),
            deaf ? "the server does not look at it" : "heeded of 127.0.0.1 alone",
            "%s redirects what did not come by https, and does not heed the header by which nginx says what did"
                .formatted(Phrase.owner(listener)))
        .and(demand.at(), demand.setting())
        .and(listener.bind().at(), Phrase.listens(listener))
        .effect("301 without end; the browser says ERR_TOO_MANY_REDIRECTS")
        .fix("set SECURE_PROXY_SSL_HEADER = (\"HTTP_X_FORWARDED_PROTO\", \"https\")");
  }
}
