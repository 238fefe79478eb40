package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// nginx does not name the site in the TLS handshake, and the peer needs it.
public final class SniMissing implements Rule {
  /// Services that have one address for many sites, and end a handshake that names none.
  private static final Pattern SHARED =
      Pattern.compile(
          "(?i).+\\.(execute-api\\.[a-z0-9-]+\\.amazonaws\\.com|workers\\.dev|pages\\.dev|vercel\\.app"
              + "|netlify\\.app)");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      if (call.answer() instanceof Answer.External(String name, var _)
          && (hop.protocol() == Protocol.HTTPS || hop.protocol() == Protocol.GRPCS)
          && hop.dial().serverName().value().equals("off")
          && SHARED.matcher(name).matches()) {
        findings.putIfAbsent(hop.at(), finding(hop, name));
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Hop hop, String name) {
    String setting = hop.settings().prefix() + "ssl_server_name";
    Finding finding =
        Finding.at(
                hop.at(),
                "a handshake without a name",
                "nginx does not tell %s in the TLS handshake which site it wants".formatted(name))
            .effect("502; SSL_do_handshake() failed (SSL: ...alert handshake failure")
            .fix(
                hop.upstream().isPresent()
                    ? "write %s on; and %s %s;"
                        .formatted(setting, setting.replace("server_name", "name"), name)
                    : "write " + setting + " on;")
            .remedy(edit(hop, setting), Remedy.Safety.UNSAFE);
    return hop.dial()
        .serverName()
        .written()
        .map(at -> finding.and(at, "turned off here"))
        .orElse(finding);
  }

  /// Behind an upstream the name has to be said as well.
  private static Optional<Edit> edit(Hop hop, String setting) {
    Optional<Span> off = hop.dial().serverName().written();
    return Optional.of(hop)
        .filter(_ -> hop.upstream().isEmpty())
        .flatMap(
            _ ->
                off.isPresent()
                    ? off.map(at -> new Edit(at, "on"))
                    : Edit.inLocation(hop.pass().at(), setting + " on;"));
  }
}
