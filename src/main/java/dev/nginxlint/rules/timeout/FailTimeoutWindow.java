package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Upstream;
import dev.nginxlint.stack.Upstream.Server;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All servers of an upstream are one process: when it restarts nginx leaves all of them alone.
public final class FailTimeoutWindow implements Rule {
  /// nginx counts in whole seconds, and so short a pause ends with the restart.
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      hop.upstream()
          .filter(upstream -> upstream.servers().getFirst().at().equals(hop.at()))
          .ifPresent(
              upstream ->
                  only(upstream, stack.callsBy(hop.pass().at()))
                      .ifPresent(
                          listener ->
                              findings.putIfAbsent(hop.at(), finding(hop, upstream, listener))));
    }
    return List.copyOf(findings.values());
  }

  /// A socket of the process that all servers are, if each of them is left alone when it fails.
  private static Optional<Listener> only(Upstream upstream, List<Call> calls) {
    boolean left =
        upstream.servers().size() > 1
            && calls.size() == upstream.servers().size()
            && upstream.servers().stream()
                .allMatch(s -> s.fails() > 0 && s.pause().value().compareTo(SHORT) > 0);
    return calls.stream()
        .flatMap(call -> call.met().stream())
        .findFirst()
        .filter(first -> left && calls.stream().allMatch(call -> isOf(first, call)));
  }

  /// The sockets of systemd stay open, and one name may be that of several containers.
  private static boolean isOf(Listener first, Call call) {
    return call.met()
        .filter(met -> met.owner().id().equals(first.owner().id()))
        .filter(met -> met.bind().opener() != Bind.Opener.SYSTEMD)
        .filter(met -> met.place().kind() == Place.Kind.HOST)
        .isPresent();
  }

  private static Finding finding(Hop hop, Upstream upstream, Listener listener) {
    Effective<Duration> pause =
        upstream.servers().stream()
            .map(Server::pause)
            .min((one, other) -> one.value().compareTo(other.value()))
            .orElseThrow();
    Finding finding =
        Finding.at(
            hop.at(),
            Phrase.owner(listener),
            "every server of the upstream \"%s\" is %s: when it restarts nginx leaves all of them alone for %s"
                .formatted(
                    upstream.name().value(), Phrase.owner(listener), Phrase.effective(pause)));
    for (Server server : upstream.servers().subList(1, upstream.servers().size())) {
      finding = finding.and(server.at(), "the same");
    }
    return finding
        .and(listener.bind().at(), Phrase.listens(listener))
        .effect(
            "502; no live upstreams while connecting to upstream, for %s though the server is back"
                .formatted(Phrase.time(pause.value())))
        .fix("keep one of the servers, or add max_fails=0 to each");
  }
}
