package dev.nginxlint.lower.container;

import dev.nginxlint.link.Nearness;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.Webroots;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.server.image.Reference;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.ProbeSleeps;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.compose.Arguments;
import dev.nginxlint.syntax.compose.Lifecycle;
import dev.nginxlint.syntax.compose.Lifecycle.Condition;
import dev.nginxlint.syntax.compose.Lifecycle.Dependency;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.dockerfile.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is to be said of one service of a project by itself.
record ServiceRemarks(Sources sources, ComposeProject project, Builds builds, Draft draft) {
  /// A connection of a health check to its own container: `curl http://localhost:8000/`, `nc -z
  /// 127.0.0.1 9000`.
  private static final Pattern PROBE =
      Pattern.compile(
          "(?:curl|wget)\\b.*?\\b(http)://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0)(?::(\\d{1,5}))?(?![\\w.:])"
              + "|\\bnc\\s+(?:-\\w+\\s+)*(?:localhost|127\\.0\\.0\\.1)\\s+(\\d{1,5})\\b");

  /// Official images, which never have a health check of their own.
  private static final Set<String> UNCHECKED =
      Set.of(
          "alpine",
          "busybox",
          "debian",
          "ubuntu",
          "nginx",
          "httpd",
          "caddy",
          "haproxy",
          "traefik",
          "postgres",
          "mysql",
          "mariadb",
          "mongo",
          "redis",
          "memcached",
          "rabbitmq",
          "node",
          "python",
          "php",
          "ruby",
          "golang",
          "rust",
          "eclipse-temurin",
          "openjdk",
          "wordpress",
          "nextcloud");

  void add(Service service, Process process) {
    service.lifecycle().dependsOn().forEach(dependency -> waits(dependency, process));
    probe(service).ifPresent(text -> probed(service, text, process));
    webroot(service, process);
    service.storage().mounts().forEach(mount -> mount(mount, process));
    boolean php =
        service.image().filter(name -> Reference.parse(name.value()).isCalled("php")).isPresent();
    boolean seen =
        service.storage().volumesFrom().isEmpty()
            && service.storage().mounts().stream().noneMatch(mount -> Hole.in(mount.target()));
    if (php
        && seen
        && service.build().isEmpty()
        && service.start().command() instanceof Arguments.Inherited) {
      draft.add(new Remark.BarePhp(process, service.image().get().span()));
    }
    if (service.wiring().networking() instanceof Networking.Host(Text mode)) {
      service.wiring().ports().forEach(port -> discarded(port, mode, process));
    }
  }

  private void probed(Service service, Text text, Process process) {
    probe(service, text, process);
    SleepingProbe.of(service, text)
        .map(s -> new ProbeSleeps(process, s.at(), s.time(), s.limit(), awaited(service)))
        .ifPresent(draft::add);
    builds
        .image(service)
        .flatMap(image -> ProbeTool.missing(text, image))
        .map(
            tool ->
                new Remark.ProbeToolMissing(
                    process, tool.at(), tool.name(), tool.image(), awaited(service)))
        .ifPresent(draft::add);
  }

  private void webroot(Service service, Process process) {
    BuiltImage image = builds.image(service).orElseGet(BuiltImage::unknown);
    if (image.reference().filter(name -> name.value().contains("certbot")).isPresent()) {
      Webroots.of(ContainerCommand.of(service.start(), image).words(), process)
          .ifPresent(draft::add);
    }
  }

  private void waits(Dependency dependency, Process process) {
    Optional<Service> other =
        Optional.ofNullable(project.services().get(dependency.service().value()));
    if (dependency.condition() == Condition.HEALTHY
        && dependency.required()
        && other.filter(this::isNeverAsked).isPresent()) {
      draft.add(
          new Remark.HealthUnknown(
              process, dependency.service().at(), dependency.service().value(), other.get().at()));
    }
  }

  private boolean isNeverAsked(Service service) {
    Optional<Lifecycle.Healthcheck> check = service.lifecycle().healthcheck();
    if (check.isPresent() && !(check.get().test() instanceof Arguments.Inherited)) {
      return check.get().disabled();
    }
    if (check.filter(Lifecycle.Healthcheck::disabled).isPresent()) {
      return true;
    }
    Optional<BuiltImage> image = builds.image(service);
    return image.isPresent()
        && image.get().healthcheck().flatMap(found -> found.command()).isEmpty()
        && image
            .get()
            .reference()
            .map(name -> Reference.parse(name.value()))
            .filter(name -> UNCHECKED.stream().anyMatch(name::isCalled))
            .isPresent();
  }

  /// The command of the health check as one line.
  private Optional<Text> probe(Service service) {
    Optional<Lifecycle.Healthcheck> check = service.lifecycle().healthcheck();
    if (check.filter(Lifecycle.Healthcheck::disabled).isPresent()) {
      return Optional.empty();
    }
    Arguments test = check.map(Lifecycle.Healthcheck::test).orElseGet(Arguments.Inherited::new);
    return switch (test) {
      case Arguments.Line(Text line) -> Optional.of(line);
      case Arguments.Words(List<Text> words, Span at) -> Optional.of(joined(words, at));
      case Arguments.Cleared _ -> Optional.empty();
      case Arguments.Inherited _ ->
          builds
              .image(service)
              .flatMap(BuiltImage::healthcheck)
              .flatMap(found -> found.command())
              .map(
                  command ->
                      switch (command) {
                        case Command.Shell(Text text, var _) -> text;
                        case Command.Exec(List<Text> words, Span at) -> joined(words, at);
                      });
    };
  }

  private static Text joined(List<Text> words, Span at) {
    return words.size() == 2 && words.getFirst().value().equals("CMD-SHELL")
        ? words.getLast()
        : Text.derived(String.join(" ", words.stream().map(Text::value).toList()), at);
  }

  private void probe(Service service, Text line, Process process) {
    Matcher probe = PROBE.matcher(line.value());
    // One of several that will do says nothing.
    if (!probe.find() || line.value().contains("|| curl") || line.value().contains("|| wget")) {
      return;
    }
    String written =
        Stream.of(2, 3).map(probe::group).filter(g -> g != null).findFirst().orElse("80");
    Span at = line.span(probe.start(), probe.end());
    draft.add(new Remark.Probe(process, at, Integer.parseInt(written), awaited(service)));
  }

  /// Where another service waits for its health.
  private Optional<Span> awaited(Service service) {
    return project.services().values().stream()
        .flatMap(other -> other.lifecycle().dependsOn().stream())
        .filter(d -> d.service().value().equals(service.name().value()))
        .filter(d -> d.condition() == Condition.HEALTHY && d.required())
        .map(d -> d.service().at())
        .findFirst();
  }

  /// In a repository much is made later that is mounted; a name that is nearly right is a slip.
  private void mount(Mount mount, Process process) {
    boolean file = mount.target().value().matches(".*\\.(conf|template|ini|ya?ml|toml|json|cnf)");
    if (!(mount.source() instanceof Mount.Source.Bind(var path, boolean created))
        || !(path.location() instanceof Location.InTree(String at))
        || !created
        || !file) {
      return;
    }
    FileTree tree = sources.set().tree();
    List<Sourced<String>> beside =
        tree.list(Paths.parent(at)).stream().map(name -> new Sourced<>(name, mount.at())).toList();
    if (tree.kind(at) == FileTree.Kind.MISSING) {
      Nearness.nearest(Paths.name(at), beside)
          .ifPresent(
              near ->
                  draft.add(
                      new Remark.MountMissing(
                          process, mount.at(), sources.set().shown(at), near.value())));
    }
  }

  private void discarded(Port port, Text mode, Process process) {
    if (port.published() instanceof Port.Published.Fixed(var published)
        && port.target().isPresent()
        && !published.value().equals(port.target().get().value())) {
      draft.add(
          new Remark.PortDiscarded(
              process, port.at(), published.value(), port.target().get().value(), mode.span()));
    }
  }
}
