package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Route;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the configuration of one nginx says amiss about its peers, whoever they are.
final class Slips {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://(.*)");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "unix:/.*|(\\[[0-9a-f:]+]|[a-z0-9.-]+)(:\\d+)(/.*)?|localhost(/.*)?|[0-9.]{7,}(/.*)?");

  private final Configuration configuration;
  private final Process nginx;
  private final Draft draft;
  private final Map<String, Directive> upstreams = new HashMap<>();
  private final Set<Directive> used = new HashSet<>();
  private final List<Remark> grpc = new ArrayList<>();
  private boolean stream;

  Slips(Configuration configuration, Process nginx, Draft draft) {
    this.configuration = configuration;
    this.nginx = nginx;
    this.draft = draft;
  }

  /// Whether any socket takes HTTP/2: what one `server` says of a socket is true for all of them.
  private static boolean http2(List<Directive> directives) {
    return directives.stream()
        .anyMatch(
            directive ->
                (named(directive, "http2") && Level.mayBe(directive, "on"))
                    || (named(directive, "listen") && Level.mayBe(directive, "http2"))
                    || http2(directive.block()));
  }

  /// Adds them to the draft.
  void tell() {
    for (Directive block : configuration.directives()) {
      String name = block.name().value();
      if (name.equals("http") || name.equals("stream")) {
        upstreams.clear();
        stream = name.equals("stream");
        block.block().forEach(this::upstream);
        block.block().stream().filter(d -> named(d, "server")).forEach(this::server);
      }
    }
    if (!grpc.isEmpty() && configuration.open().isEmpty() && !http2(configuration.directives())) {
      grpc.forEach(draft::add);
    }
  }

  private static boolean named(Directive directive, String name) {
    return directive.name().value().equals(name);
  }

  private void upstream(Directive block) {
    if (!named(block, "upstream") || block.arguments().isEmpty()) {
      return;
    }
    String name = block.arguments().getFirst().value();
    upstreams.putIfAbsent(name.toLowerCase(Locale.ROOT), block);
    block.block().stream()
        .filter(server -> named(server, "server") && !server.arguments().isEmpty())
        .forEach(server -> address(server.arguments().getFirst()));
  }

  private void address(Word word) {
    String value = word.value();
    String bare = SCHEME.matcher(value).replaceFirst("$1");
    int slash = bare.indexOf('/');
    boolean known = !Hole.in(value) && value.indexOf('$') < 0;
    if (known && !bare.startsWith("unix:") && (slash >= 0 || !bare.equals(value))) {
      String address = slash >= 0 ? bare.substring(0, slash) : bare;
      draft.add(new Remark.NotAnAddress(nginx, word.at(), value, address));
    }
  }

  private void server(Directive server) {
    List<Directive> listens =
        server.block().stream()
            .filter(d -> named(d, "listen") && !d.arguments().isEmpty())
            .filter(d -> Level.mayBe(d, "proxy_protocol"))
            .toList();
    for (Bind bind : Listens.of(listens, Protocol.TCP, server.at())) {
      draft.add(new Remark.ProxyLineExpected(nginx, bind.at(), bind.endpoint()));
    }
    walk(server.block(), Optional.empty(), server.name().at());
  }

  private void walk(List<Directive> directives, Optional<Directive> location, Span site) {
    for (Directive directive : directives) {
      Optional<Directive> within = named(directive, "location") ? Optional.of(directive) : location;
      walk(directive.block(), within, site);
      boolean written = !directive.arguments().isEmpty() && known(directive.arguments().getFirst());
      if (written && Route.PASSES.contains(directive.name().value())) {
        pass(directive, location, site);
      }
    }
  }

  private static boolean known(Word word) {
    return !Hole.in(word.value()) && word.value().indexOf('$') < 0;
  }

  private void pass(Directive directive, Optional<Directive> location, Span site) {
    Word word = directive.arguments().getFirst();
    boolean url = named(directive, "proxy_pass") && !stream;
    Peers.Pass pass = Peers.pass(word, new Variables(List.of()));
    peers(pass.authority().value(), word);
    if (!url && SCHEME.matcher(word.value()).matches()) {
      address(word);
    } else if (url && pass.scheme().isEmpty()) {
      if (meant(word.value())) {
        draft.add(new Remark.NoScheme(nginx, word.at(), word.value()));
      }
    } else if (url) {
      location.flatMap(block -> PassedUri.glued(nginx, word, pass, block)).ifPresent(draft::add);
    }
    if (named(directive, "grpc_pass")) {
      grpc.add(new Remark.GrpcOverHttp1(nginx, word.at(), site));
    }
  }

  /// Whether a text is plainly an address or a URL, and not something to be replaced before.
  private boolean meant(String text) {
    return ADDRESS.matcher(text).matches()
        || text.contains("//")
        || upstreams.containsKey(text.toLowerCase(Locale.ROOT));
  }

  /// What becomes of an upstream that is passed to, by the servers that are `down`.
  private void peers(String name, Word pass) {
    Directive block = upstreams.get(name.toLowerCase(Locale.ROOT));
    if (block == null || !used.add(block)) {
      return;
    }
    List<Directive> servers =
        block.block().stream()
            .filter(server -> named(server, "server") && !server.arguments().isEmpty())
            .toList();
    List<Directive> down = servers.stream().filter(server -> is(server, "down")).toList();
    List<Directive> up = servers.stream().filter(server -> !down.contains(server)).toList();
    if (down.isEmpty()
        || servers.stream()
            .anyMatch(
                server -> server.arguments().stream().anyMatch(word -> Hole.in(word.value())))) {
      return;
    }
    Span first = down.getFirst().arguments().getFirst().at();
    if (up.isEmpty()) {
      draft.add(new Remark.AllPeersDown(nginx, first, name, pass.at()));
    } else if (up.size() == 1 && !is(up.getFirst(), "max_fails=0")) {
      Span lone = up.getFirst().arguments().getFirst().at();
      draft.add(new Remark.LonePeer(nginx, lone, name, first));
    }
  }

  private static boolean is(Directive server, String parameter) {
    return server.arguments().stream().map(Word::value).anyMatch(parameter::equals);
  }
}
