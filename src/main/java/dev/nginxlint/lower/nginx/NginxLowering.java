package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.nginx.Context;
import dev.nginxlint.syntax.nginx.Directive;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the configuration of one nginx contributes: its sites, its upstreams, its listeners, its
/// hops.
public final class NginxLowering {
  /// `NGX_LISTEN_BACKLOG` on Linux (`src/core/ngx_connection.h`).
  private static final Effective<Integer> USUAL_QUEUE = new Effective.Default<>(511, "nginx");

  private final Process nginx;
  private final Generation generation;
  private final Draft draft;
  private final List<Directive> elsewhere;
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
    this.draft = draft;
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
      case Configuration.Fault.OutOfPlace(String name, Context level, Span at) ->
          new Remark.OutOfPlace(nginx, at, name, level == Context.MAIN ? "main" : "http");
      case Configuration.Fault.Unloadable(String what, String path, String neighbour, Span at) ->
          new Remark.FileMissing(nginx, at, what, path, neighbour);
    };
  }

  private void http(Level http) {
    Upstreams upstreams = upstreams(http);
    Choices choices = new Choices(http);
    add(Parallel.map(http.own("server"), server -> server(server, upstreams, choices).http(http)));
  }

  private void stream(Level stream) {
    Upstreams upstreams = upstreams(stream);
    Choices choices = new Choices(stream);
    add(
        Parallel.map(
            stream.own("server"), server -> server(server, upstreams, choices).stream(stream)));
  }

  private ServerLowering server(Directive server, Upstreams upstreams, Choices choices) {
    return new ServerLowering(nginx, configuration, generation, server, upstreams, choices);
  }

  private void add(List<ServerLowering.Lowered> servers) {
    Map<Endpoint, Effective<Integer>> queues = new HashMap<>();
    for (ServerLowering.Lowered server : servers) {
      for (Bind bind : server.site().listens()) {
        bind.backlog().ifPresent(length -> queues.putIfAbsent(bind.endpoint(), length));
      }
    }
    for (ServerLowering.Lowered server : servers) {
      draft.add(server.draft());
      draft.add(server.site());
      for (Bind bind : server.site().listens()) {
        if (opened.add(bind.endpoint())) {
          Effective<Integer> queue = queues.getOrDefault(bind.endpoint(), USUAL_QUEUE);
          draft.add(new Listener(nginx, bind.queueing(Optional.of(queue))));
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
