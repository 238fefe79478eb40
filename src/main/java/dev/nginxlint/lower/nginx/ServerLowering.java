package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.stack.Site;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a `server` block contributes: a site and its hops.
final class ServerLowering {
  private final Process nginx;
  private final Configuration configuration;
  private final Generation generation;
  private final Directive server;
  private final Upstreams upstreams;
  private final Choices choices;
  private final Variables variables;
  private final SettingsReader settings;
  private final Dials dials;
  private final Draft draft = new Draft();

  ServerLowering(
      Process nginx,
      Configuration configuration,
      Generation generation,
      Directive server,
      Upstreams upstreams,
      Choices choices) {
    this.nginx = nginx;
    this.configuration = configuration;
    this.generation = generation;
    this.server = server;
    this.upstreams = upstreams;
    this.choices = choices;
    this.variables = new Variables(server.block());
    this.settings = new SettingsReader(generation);
    this.dials = new Dials(configuration);
  }

  /// The site, and what else there is of it.
  record Lowered(Site site, Draft draft) {}

  /// What it is in an `http` block.
  Lowered http(Level http) {
    Level level = http.inner(server);
    Site site = site(level, Protocol.HTTP);
    location(level, new Context(site, Optional.empty()));
    if (configuration.open().isEmpty()) {
      new Clients(nginx, http, level, site.at()).told().forEach(draft::add);
    }
    return new Lowered(site, draft);
  }

  /// What it is in a `stream` block.
  Lowered stream(Level stream) {
    Level level = stream.inner(server);
    Site site = site(level, Protocol.TCP);
    boolean udp = site.listens().stream().anyMatch(bind -> bind.protocol() == Protocol.UDP);
    Protocol protocol = udp ? Protocol.UDP : Protocol.TCP;
    PassKind kind = new PassKind("proxy_pass", "proxy_", protocol, protocol, List.of(), 0, 0);
    for (Directive pass : level.own("proxy_pass")) {
      if (!pass.arguments().isEmpty()) {
        pass(pass, kind, level, settings.stream(level), new Context(site, Optional.empty()));
      }
    }
    return new Lowered(site, draft);
  }

  private Site site(Level level, Protocol protocol) {
    List<Bind> binds = Listens.of(level.own("listen"), protocol, server.name().at());
    List<Sourced<String>> names =
        level.own("server_name").stream()
            .flatMap(directive -> directive.arguments().stream())
            .map(Word::sourced)
            .toList();
    Span at = server.name().at();
    Span readers =
        switch (configuration.extent()) {
          case ONE -> configuration.at();
          case GUESSED -> at.file().span(0, 0);
          case CHOSEN -> at;
        };
    return new Site(nginx, at, names, binds, level.block(server), readers);
  }

  /// Where a pass stands.
  private record Context(Site site, Optional<Sourced<String>> location) {
    Context in(Sourced<String> inner) {
      return new Context(site, Optional.of(inner));
    }
  }

  private void location(Level level, Context context) {
    Iterator<Level> blocks = level.blocks().iterator();
    for (Directive directive : level.directives()) {
      if (directive.body() instanceof Body.Block) {
        boolean named = directive.name().value().equals("location");
        Context within = named ? context.in(argument(directive)) : context;
        location(blocks.next(), within);
      } else if (!directive.arguments().isEmpty()) {
        PassKind.http(directive.name().value())
            .ifPresent(kind -> pass(directive, kind, level, context));
      }
    }
  }

  private void pass(Directive directive, PassKind kind, Level level, Context context) {
    pass(directive, kind, level, settings.http(level, kind.prefix()), context);
    Span at = argument(directive).at();
    Streams.held(nginx, at, level, kind.prefix()).ifPresent(draft::add);
    Scripts.root(level, directive)
        .map(root -> new Remark.ScriptRoot(nginx, root.at(), root.value(), at))
        .ifPresent(draft::add);
  }

  /// What stands between `location` and its block.
  static Sourced<String> argument(Directive location) {
    List<Word> words = location.arguments();
    if (words.isEmpty()) {
      return location.name().sourced();
    }
    String text = words.stream().map(Word::value).collect(Collectors.joining(" "));
    return new Sourced<>(text, words.getFirst().at().through(words.getLast().at()));
  }

  /// What the headers do to the request, if those of the level of the pass are all in view.
  private void headers(Word word, Peers.Pass pass, Settings effective, Context context) {
    boolean told = !effective.headers().isEmpty() || configuration.open().isEmpty();
    if (told) {
      new WebSockets(generation)
          .lost(nginx, word.sourced(), context.location(), effective)
          .ifPresent(draft::add);
      Hosts.sent(nginx, word, pass, effective).ifPresent(draft::add);
    }
  }

  private void pass(
      Directive directive, PassKind kind, Level level, Settings effective, Context context) {
    Word word = directive.arguments().getFirst();
    List<Peers.Pass> passes = choices.passes(word, variables);
    Protocol first = kind.protocol(passes.getFirst().scheme());
    if (first == Protocol.HTTP || first == Protocol.HTTPS) {
      headers(word, passes.getFirst(), effective, context);
    }
    for (Peers.Pass pass : passes) {
      Optional<Upstreams.Group> group = upstreams.named(pass.authority().value());
      List<Peers.Peer> peers =
          group
              .map(Upstreams.Group::peers)
              .orElseGet(() -> List.of(Peers.peer(pass.authority(), kind.port(pass.scheme()))));
      for (Peers.Peer peer : peers) {
        draft.add(
            new Hop(
                nginx,
                Optional.of(context.site()),
                context.location(),
                directive.name().value(),
                word.sourced(),
                kind.protocol(pass.scheme()),
                peer.target(),
                peer.at(),
                group.map(Upstreams.Group::upstream),
                effective,
                dials.of(peer, word, kind.prefix(), level, group),
                level.sizes()));
      }
    }
  }
}
