package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Redirect;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A site redirects requests to where they came from.
public final class RedirectLoop implements Rule {
  private static final String EFFECT = "301 without end; the browser says ERR_TOO_MANY_REDIRECTS";

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Site site : stack.sites()) {
      Optional<Redirect> redirect = Redirect.of(site);
      redirect
          .flatMap(r -> r.back(site))
          .ifPresent(bind -> findings.put(redirect.get().at(), itself(redirect.get(), bind)));
    }
    for (Stack.Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        List<Site> takers = stack.sitesAt(listener);
        List<Redirect> back =
            takers.stream()
                .flatMap(site -> Redirect.of(site).stream())
                .filter(redirect -> redirect.circles(call.hop()))
                .toList();
        if (!back.isEmpty() && back.size() == takers.size()) {
          findings.putIfAbsent(back.getFirst().at(), between(back.getFirst(), call.hop()));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding itself(Redirect redirect, Bind bind) {
    return Finding.at(
            redirect.at(),
            "sent here",
            "every request that comes in on %s is sent there again".formatted(bind.endpoint()))
        .and(bind.at(), "and comes in here")
        .effect(EFFECT)
        .fix("put the redirect into a server of its own, which listens on port 80 only");
  }

  private static Finding between(Redirect redirect, Hop hop) {
    return Finding.at(
            redirect.at(),
            "sent to https again",
            "this nginx sends on to https what already came by https: the nginx before it ends TLS")
        .and(hop.pass().at(), "passed on here without TLS")
        .effect(EFFECT)
        .fix("redirect in the nginx that ends TLS, or ask for $http_x_forwarded_proto here");
  }
}
