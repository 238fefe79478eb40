package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Target;
import dev.nginxlint.stack.Upstream;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The `upstream` blocks of an `http` or a `stream` block, by name.
final class Upstreams {
  private static final int HTTP_PORT = 80;
  private static final int KEPT_SINCE_1_29_7 = 32;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /// Of lua-nginx-module and nginx-upsync-module.
  private static final List<String> PICKING =
      List.of("balancer_by_lua_block", "balancer_by_lua_file", "balancer_by_lua", "upsync");

  private final Process nginx;
  private final Generation generation;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  Upstreams(Process nginx, Generation generation) {
    this.nginx = nginx;
    this.generation = generation;
  }

  /// An upstream and the addresses of its servers that are not `down`.
  ///
  /// @param late those of them that are looked up while nginx runs: `resolve`
  record Group(Upstream upstream, List<Peers.Peer> peers, Set<Span> late) {
    boolean renewed(Peers.Peer peer) {
      return late.contains(peer.at());
    }
  }

  void add(Directive block, Level level) {
    Sourced<String> name = block.arguments().getFirst().sourced();
    List<Directive> servers =
        level.own("server").stream().filter(server -> !server.arguments().isEmpty()).toList();
    List<Peers.Peer> peers =
        servers.stream()
            .filter(server -> server.arguments().stream().noneMatch(Upstreams::isDown))
            .map(server -> Peers.peer(server.arguments().getFirst().text(), HTTP_PORT))
            .map(peer -> picked(level).map(by -> picked(peer, by)).orElse(peer))
            .toList();
    Set<Span> late =
        servers.stream()
            .filter(server -> Level.mayBe(server, "resolve"))
            .map(server -> server.arguments().getFirst().at())
            .collect(Collectors.toSet());
    Effective<Duration> idle =
        level.own("keepalive_timeout").isEmpty()
            ? new Effective.Default<>(IDLE, "nginx")
            : level.time("keepalive_timeout", IDLE).orElse(new Effective.Default<>(IDLE, "nginx"));
    Upstream upstream =
        new Upstream(
            nginx, name, servers.stream().map(Upstreams::server).toList(), kept(level), idle);
    groups.putIfAbsent(name.value().toLowerCase(Locale.ROOT), new Group(upstream, peers, late));
  }

  private static Upstream.Server server(Directive written) {
    boolean known = written.arguments().stream().noneMatch(word -> Hole.in(word.value()));
    int fails =
        parameter(written, "max_fails=")
            .filter(count -> count.value().matches("\\d{1,9}"))
            .map(count -> Integer.valueOf(count.value()))
            .orElse(1);
    Effective<Duration> pause =
        parameter(written, "fail_timeout=")
            .flatMap(
                time ->
                    NginxTime.parse(time.value())
                        .<Effective<Duration>>map(
                            length -> new Effective.Written<>(length, time.span())))
            .orElse(new Effective.Default<>(PAUSE, "nginx"));
    return new Upstream.Server(written.arguments().getFirst().at(), known ? fails : 0, pause);
  }

  private static Optional<Text> parameter(Directive server, String name) {
    return server.arguments().stream()
        .map(Word::text)
        .filter(word -> word.value().startsWith(name))
        .map(word -> word.slice(name.length(), word.value().length()))
        .findFirst();
  }

  /// What picks the servers while nginx runs, so that those that are written are placeholders.
  private static Optional<String> picked(Level level) {
    return PICKING.stream().filter(name -> !level.own(name).isEmpty()).findFirst();
  }

  private static Peers.Peer picked(Peers.Peer peer, String by) {
    return new Peers.Peer(new Target.Open(by + " picks the server"), peer.at());
  }

  private static boolean isDown(Word word) {
    return word.value().equals("down");
  }

  private Effective<Integer> kept(Level level) {
    List<Directive> own = level.own("keepalive");
    if (own.isEmpty() || own.getLast().arguments().isEmpty()) {
      boolean modern = generation == Generation.SINCE_1_29_7;
      return new Effective.Default<>(modern ? KEPT_SINCE_1_29_7 : 0, "nginx");
    }
    Sourced<String> written = own.getLast().arguments().getFirst().sourced();
    boolean number = written.value().matches("\\d{1,9}");
    return new Effective.Written<>(number ? Integer.parseInt(written.value()) : 0, written.at());
  }

  List<Upstream> all() {
    return groups.values().stream().map(Group::upstream).toList();
  }

  /// The upstream of a name; names are compared without regard to case (ngx_http_upstream_add).
  Optional<Group> named(String name) {
    return Optional.ofNullable(groups.get(name.toLowerCase(Locale.ROOT)));
  }
}
