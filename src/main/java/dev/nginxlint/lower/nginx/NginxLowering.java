package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Settings;
import dev.nginxlint.stack.Site;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the configuration of one nginx contributes: its sites, its upstreams, its listeners, its
/// hops.
public final class NginxLowering {
  private final Process nginx;
  private final Generation generation;
  private final Draft draft;
  private final SettingsReader settings;
  private final List<Directive> elsewhere;
  private final Dials dials;
  private final Set<Endpoint> opened = new HashSet<>();
  private final Configuration configuration;

  private NginxLowering(
      Configuration configuration,
      Process nginx,
      Generation generation,
      List<Directive> elsewhere,
      Draft draft) {
    this.configuration = configuration;
    this.nginx = nginx;
    this.generation = generation;
    this.elsewhere = elsewhere;
    this.dials = new Dials(configuration);
    this.draft = draft;
    this.settings = new SettingsReader(generation);
  }

  /// Adds to the draft what the configuration says of the process.
  public static void lower(
      Configuration configuration, Process nginx, Generation generation, Draft draft) {
    lower(configuration, List.of(), nginx, generation, draft);
  }

  /// The same, where other files that the same nginx reads declare upstreams as well.
  public static void lower(
      Configuration configuration,
      List<Directive> elsewhere,
      Process nginx,
      Generation generation,
      Draft draft) {
    new NginxLowering(configuration, nginx, generation, elsewhere, draft).main();
    new Slips(configuration, nginx, draft).tell();
  }

  private void main() {
    configuration.faults().forEach(fault -> draft.add(remark(fault)));
    Level main = new Level(Optional.empty(), configuration.directives());
    main.own("http").forEach(http -> http(main.inner(http)));
    main.own("stream").forEach(stream -> stream(main.inner(stream)));
    main.scalar("worker_processes").ifPresent(this::workers);
  }

  /// How long the workers finish requests when they are asked to stop.
  public static Optional<Effective<Duration>> graceful(Configuration configuration) {
    return new Level(Optional.empty(), configuration.directives())
        .scalar("worker_shutdown_timeout")
        .flatMap(
            time ->
                NginxTime.parse(time.value())
                    .map(length -> new Effective.Written<>(length, time.at())));
  }

  private void workers(Sourced<String> written) {
    boolean number = written.value().matches("\\d{1,4}");
    Optional<Integer> count =
        number ? Optional.of(Integer.valueOf(written.value())) : Optional.empty();
    if (written.value().equals("auto") || count.filter(n -> n > 1).isPresent()) {
      draft.add(new Remark.Workers(nginx, written.at(), count));
    }
  }

  private Remark remark(Configuration.Fault fault) {
    return switch (fault) {
      case Configuration.Fault.Missing(String path, Span at, Optional<String> doubt) ->
          new Remark.IncludeMissing(nginx, at, path, doubt);
      case Configuration.Fault.Packaged(String path, Span at) ->
          new Remark.PackagedMissing(nginx, at, path);
      case Configuration.Fault.Dangling(String path, String target, Span at) ->
          new Remark.LinkDangles(nginx, at, path, target);
      case Configuration.Fault.Empty(String pattern, Span passed, Span at) ->
          new Remark.IncludeEmpty(nginx, at, pattern, passed);
      case Configuration.Fault.Unloadable(String what, String path, String neighbour, Span at) ->
          new Remark.FileMissing(nginx, at, what, path, neighbour);
    };
  }

  private void http(Level http) {
    Upstreams upstreams = upstreams(http);
    Choices choices = new Choices(http);
    for (Directive server : http.own("server")) {
      Level level = http.inner(server);
      Site site = site(server, level, Protocol.HTTP);
      Variables variables = new Variables(server.block());
      Context context =
          new Context(Optional.of(site), Optional.empty(), upstreams, variables, choices);
      location(level, context);
    }
  }

  /// Where a pass stands, and what it can refer to.
  private record Context(
      Optional<Site> site,
      Optional<Sourced<String>> location,
      Upstreams upstreams,
      Variables variables,
      Choices choices) {
    Context in(Sourced<String> inner) {
      return new Context(site, Optional.of(inner), upstreams, variables, choices);
    }
  }

  private void location(Level level, Context context) {
    Iterator<Level> blocks = level.blocks().iterator();
    for (Directive directive : level.directives()) {
      if (directive.body() instanceof Body.Block) {
        boolean named = directive.name().value().equals("location");
        Context within = named ? context.in(argument(directive)) : context;
        location(blocks.next(), within);
      } else {
        for (PassKind kind : PassKind.HTTP) {
          if (kind.directive().equals(directive.name().value())
              && !directive.arguments().isEmpty()) {
            pass(directive, kind, level, settings.http(level, kind.prefix()), context);
            Streams.held(nginx, argument(directive).at(), level, kind.prefix())
                .ifPresent(draft::add);
            Scripts.root(level, directive)
                .map(
                    root ->
                        new Remark.ScriptRoot(
                            nginx, root.at(), root.value(), argument(directive).at()))
                .ifPresent(draft::add);
          }
        }
      }
    }
  }

  private static Sourced<String> argument(Directive location) {
    List<Word> words = location.arguments();
    if (words.isEmpty()) {
      return location.name().sourced();
    }
    String text = words.stream().map(Word::value).collect(Collectors.joining(" "));
    return new Sourced<>(text, words.getFirst().at().through(words.getLast().at()));
  }

  private void stream(Level stream) {
    Upstreams upstreams = upstreams(stream);
    Choices choices = new Choices(stream);
    for (Directive server : stream.own("server")) {
      Level level = stream.inner(server);
      Site site = site(server, level, Protocol.TCP);
      boolean udp = site.listens().stream().anyMatch(bind -> bind.protocol() == Protocol.UDP);
      Protocol protocol = udp ? Protocol.UDP : Protocol.TCP;
      PassKind kind = new PassKind("proxy_pass", "proxy_", protocol, protocol, List.of(), 0, 0);
      Context context =
          new Context(
              Optional.of(site),
              Optional.empty(),
              upstreams,
              new Variables(server.block()),
              choices);
      for (Directive pass : level.own("proxy_pass")) {
        if (!pass.arguments().isEmpty()) {
          pass(pass, kind, level, settings.stream(level), context);
        }
      }
    }
  }

  private Upstreams upstreams(Level block) {
    Upstreams upstreams = new Upstreams(nginx, generation);
    for (Directive upstream : block.own("upstream")) {
      if (!upstream.arguments().isEmpty()) {
        upstreams.add(upstream, block.inner(upstream));
      }
    }
    upstreams.all().forEach(draft::add);
    elsewhere.forEach(upstream -> upstreams.add(upstream, block.inner(upstream)));
    return upstreams;
  }

  private Site site(Directive server, Level level, Protocol protocol) {
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
        };
    Site site = new Site(nginx, at, names, binds, level.block(server), readers);
    draft.add(site);
    for (Bind bind : binds) {
      if (opened.add(bind.endpoint())) {
        draft.add(new Listener(nginx, bind));
      }
    }
    return site;
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
    List<Peers.Pass> passes = context.choices().passes(word, context.variables());
    Protocol first = kind.protocol(passes.getFirst().scheme());
    if (first == Protocol.HTTP || first == Protocol.HTTPS) {
      headers(word, passes.getFirst(), effective, context);
    }
    for (Peers.Pass pass : passes) {
      Optional<Upstreams.Group> group = context.upstreams().named(pass.authority().value());
      List<Peers.Peer> peers =
          group
              .map(Upstreams.Group::peers)
              .orElseGet(() -> List.of(Peers.peer(pass.authority(), kind.port(pass.scheme()))));
      for (Peers.Peer peer : peers) {
        draft.add(
            new Hop(
                nginx,
                context.site(),
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

  /// The user of the workers, if the configuration tells it.
  public static Optional<Effective<String>> user(Configuration configuration) {
    return new Level(Optional.empty(), configuration.directives())
        .scalar("user")
        .map(Effective::of);
  }

  /// The group of the workers, if the configuration tells it.
  public static Optional<Effective<String>> group(Configuration configuration) {
    return new Level(Optional.empty(), configuration.directives())
        .own("user").stream()
            .filter(user -> user.arguments().size() == 2)
            .map(user -> Effective.of(user.arguments().getLast().sourced()))
            .findFirst();
  }
}
