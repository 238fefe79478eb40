package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.HttpsDemanded;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// nginx ends TLS and does not say so to an application that redirects everything to https.
public final class ForwardedProtoMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (HttpsDemanded demand : stack.remarks(HttpsDemanded.class)) {
      for (Stack.Call call : stack.calls()) {
        if (call.answer() instanceof Answer.Found(Listener listener, var _)
            && listener.owner().isStartedBy(demand.process())
            && endsTls(call.hop())
            && !tells(call.hop(), demand)) {
          findings.putIfAbsent(call.hop().pass().at(), finding(call.hop(), demand, listener));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static boolean endsTls(Hop hop) {
    return hop.protocol() == Protocol.HTTP && hop.site().filter(Site::takesTls).isPresent();
  }

  /// Where no header is set at all, an include that is not in view may do it.
  private static boolean tells(Hop hop, HttpsDemanded demand) {
    return hop.settings().headers().isEmpty()
        || hop.settings().headers().stream()
            .map(header -> header.name().value().toLowerCase(Locale.ROOT))
            .anyMatch(demand.headers()::contains);
  }

  private static Finding finding(Hop hop, HttpsDemanded demand, Listener listener) {
    return Finding.at(
            hop.pass().at(),
            "passed on without the scheme",
            "%s redirects what did not come by https, and nginx does not tell it what did"
                .formatted(Phrase.owner(listener)))
        .and(demand.at(), demand.setting())
        .effect("301 without end; the browser says ERR_TOO_MANY_REDIRECTS")
        .fix("write proxy_set_header X-Forwarded-Proto $scheme;");
  }
}
