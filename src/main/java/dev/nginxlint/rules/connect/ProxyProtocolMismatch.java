package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One end speaks the PROXY protocol, and the other does not.
public final class ProxyProtocolMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      if (call.answer() instanceof Answer.Found(Listener listener, var _)
          && listener.owner().role() == Process.Role.PROXY
          && listener.protocol() != Protocol.UDP
          && sends(hop) != stack.expectsProxyLine(listener)
          && (sends(hop) || together(hop, listener))) {
        findings.putIfAbsent(
            hop.at(), sends(hop) ? unexpected(hop, listener) : missed(hop, listener));
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether both are in use: sites of a host that lie beside each other need not be.
  private static boolean together(Hop hop, Listener listener) {
    return hop.place().at().isPresent() || hop.at().file().equals(listener.bind().at().file());
  }

  /// Only a stream does, and only if it is told to.
  private static boolean sends(Hop hop) {
    return hop.protocol() == Protocol.TCP && hop.dial().proxyProtocol().value().equals("on");
  }

  private static Finding missed(Hop hop, Listener listener) {
    return at(
            hop,
            listener,
            "nginx connects to %s, which waits for a PROXY line that %s does not send"
                .formatted(Phrase.target(hop), hop.directive()))
        .effect("502; upstream prematurely closed connection; broken header")
        .fix("listen without proxy_protocol on a port for connections from within");
  }

  private static Finding unexpected(Hop hop, Listener listener) {
    return at(
            hop,
            listener,
            "nginx sends a PROXY line to %s, which takes it for a request"
                .formatted(Phrase.target(hop)))
        .effect("400; client sent invalid request while reading client request line")
        .fix("add proxy_protocol to the listen, or take proxy_protocol on; away");
  }

  private static Finding at(Hop hop, Listener listener, String message) {
    return Finding.at(hop.at(), "nginx connects here", message)
        .and(listener.bind().at(), Phrase.listens(listener))
        .provenIf(together(hop, listener));
  }
}
