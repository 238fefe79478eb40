package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// nginx passes a request to the very server block that passes it.
public final class ProxyLoop implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        entrance(stack, call.hop(), listener)
            .ifPresent(bind -> findings.add(finding(call.hop(), bind)));
      }
    }
    return findings;
  }

  /// Where the request comes in again, if nothing but the hop's own server can take it there.
  private static Optional<Bind> entrance(Stack stack, Hop hop, Listener listener) {
    boolean everything = hop.location().map(location -> location.value().equals("/")).orElse(true);
    boolean own = listener.owner().id().equals(hop.from().id()) && hop.site().isPresent();
    boolean unchanged = hop.pass().value().indexOf('/', "https://".length()) < 0;
    if (!everything || !own || !unchanged || hop.protocol() == Protocol.TCP) {
      return Optional.empty();
    }
    List<Site> takers = stack.sitesAt(listener);
    boolean alone = takers.size() == 1 && takers.getFirst().at().equals(hop.site().get().at());
    return alone ? Optional.of(listener.bind()) : Optional.empty();
  }

  private static Finding finding(Hop hop, Bind bind) {
    return Finding.at(
            hop.at(),
            "nginx connects here",
            "nginx connects to %s, which is this very server: every request comes back to it"
                .formatted(Phrase.target(hop)))
        .and(bind.at(), "the server listens on " + bind.endpoint())
        .effect("502 or 500 at once; worker_connections are not enough")
        .fix("connect to the application's own port");
  }
}
