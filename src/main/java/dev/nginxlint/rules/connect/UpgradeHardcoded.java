package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Settings.Header;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// nginx asks for a WebSocket in the name of every request, and the server refuses a page.
public final class UpgradeHardcoded implements Rule {
  /// Servers that take every such request for a handshake; uvicorn does by its version.
  private static final Set<String> STRICT = Set.of("hypercorn", "uvicorn");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Header, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener met, var _)
          && met.owner().server().filter(STRICT::contains).isPresent()
          && servesPages(call.hop())) {
        literal(call.hop(), "upgrade")
            .filter(_ -> literal(call.hop(), "connection").isPresent())
            .ifPresent(header -> findings.putIfAbsent(header, finding(header, met)));
      }
    }
    return List.copyOf(findings.values());
  }

  /// What is there for everything is there for pages too.
  private static boolean servesPages(Hop hop) {
    return hop.location().filter(location -> location.value().equals("/")).isPresent()
        && hop.settings().httpVersion().value().equals("1.1");
  }

  private static Optional<Header> literal(Hop hop, String name) {
    return hop.settings().headers().stream()
        .filter(header -> header.name().value().equalsIgnoreCase(name))
        .filter(header -> header.value().value().matches("(?i)websocket|upgrade"))
        .findFirst();
  }

  private static Finding finding(Header upgrade, Listener met) {
    return Finding.at(
            upgrade.value().at(),
            "sent with every request",
            "nginx asks %s for a WebSocket with every request, for pages as well"
                .formatted(Phrase.owner(met)))
        .and(met.bind().at(), Phrase.listens(met))
        .effect("400 for every request that is no WebSocket")
        .fix("pass on what the client asked for: proxy_set_header Upgrade $http_upgrade")
        .remedy(new Remedy(new Edit(upgrade.value().at(), "$http_upgrade"), Remedy.Safety.SAFE))
        .provenIf(met.owner().server().filter("hypercorn"::equals).isPresent());
  }
}
