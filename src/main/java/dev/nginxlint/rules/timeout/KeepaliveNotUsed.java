package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Settings.Reuse;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An upstream keeps connections, and the pass to it closes every one of them.
public final class KeepaliveNotUsed implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      Optional<Upstream> upstream = hop.upstream().filter(u -> u.keepalive().value() > 0);
      if (upstream.isPresent()
          && upstream.get().keepalive().written().isPresent()
          && hop.settings().reuse() instanceof Reuse.Closed(String why, Optional<Span> at)) {
        findings.putIfAbsent(hop.pass().at(), finding(hop, upstream.get(), why, at));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, Upstream upstream, String why, Optional<Span> at) {
    Finding finding =
        Finding.at(
                hop.pass().at(),
                "every connection is closed after one request",
                "upstream \"%s\" keeps connections, but this %s closes each: %s"
                    .formatted(upstream.name().value(), hop.directive(), why))
            .and(upstream.keepalive().written().orElseThrow(), "kept here")
            .effect(
                "a new connection for every request; under load ports run out, 502 (99: Cannot"
                    + " assign requested address)")
            .fix(
                hop.settings().prefix().equals("fastcgi_")
                    ? "set fastcgi_keep_conn on"
                    : "set proxy_http_version 1.1 and proxy_set_header Connection \"\"");
    return at.map(span -> finding.and(span, why)).orElse(finding);
  }
}
