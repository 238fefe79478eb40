package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A name whose addresses change is looked up once, when nginx starts.
public final class StaleDns implements Rule {
  /// Application and classic load balancers of AWS, which are given other addresses as they grow.
  private static final Pattern BALANCER =
      Pattern.compile("(?i).+\\.[a-z]{2}-[a-z-]+-\\d\\.elb\\.amazonaws\\.com(\\.cn)?");

  /// Services that promise a name and no address.
  private static final Pattern CLOUD =
      Pattern.compile(
          "(?i).+\\.(cloudfront\\.net|execute-api\\.[a-z0-9-]+\\.amazonaws\\.com|azurewebsites\\.net"
              + "|azurefd\\.net|trafficmanager\\.net|herokuapp\\.com|herokudns\\.com)");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.External(String name, var _)
          && !call.hop().resolvesLate()
          && (BALANCER.matcher(name).matches() || CLOUD.matcher(name).matches())) {
        findings.putIfAbsent(call.hop().at(), finding(call.hop(), name));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, String name) {
    return Finding.at(
            hop.at(),
            "looked up when nginx starts, and never again",
            "nginx keeps the addresses that %s has when it starts, and they change".formatted(name))
        .effect(
            "504 or 502 some day, until nginx is reloaded; upstream timed out (110: Connection"
                + " timed out)")
        .fix(
            "from 1.27.3 on write server … resolve; in an upstream with a zone and a resolver,"
                + " before that pass on by a variable and a resolver")
        .provenIf(BALANCER.matcher(name).matches());
  }
}
