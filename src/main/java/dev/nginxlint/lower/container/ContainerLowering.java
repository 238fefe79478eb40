package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Frameworks;
import dev.nginxlint.lower.ServedProcess;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.Configurations;
import dev.nginxlint.lower.nginx.NginxLowering;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Sandbox;
import dev.nginxlint.stack.Stack.Superseded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs in a container, and what that contributes.
final class ContainerLowering {
  private static final int UMASK = 0022;

  /// In a pod or a task others may use the loopback of a container.
  private static final Optional<String> SHARERS =
      Optional.of("no file tells who shares its network");

  private final Sources sources;
  private final Draft draft;

  ContainerLowering(Sources sources, Draft draft) {
    this.sources = sources;
    this.draft = draft;
  }

  /// Adds what a container contributes; what is to be run in it.
  Process lower(Container container) {
    KnownImage known = KnownImage.of(container.image());
    Launched launched = known.launched(container);
    Optional<Configuration> nginx =
        launched
            .nginx()
            .flatMap(
                started ->
                    new Configurations(
                            sources.nginx(),
                            new WrittenView(known.view(container), launched.written()))
                        .find(started.configuration().map(Sourced::value)));
    Optional<String> open =
        cutShort(container)
            .or(launched::open)
            .or(() -> nginx.flatMap(Configuration::open))
            .or(
                () ->
                    launched.nginx().isPresent() && nginx.isEmpty()
                        ? Optional.of("the configuration of nginx is not in view")
                        : Optional.empty())
            .or(
                () ->
                    container.setting() == Container.Setting.ALONE && launched.servers().isEmpty()
                        ? SHARERS
                        : Optional.empty());
    Place place = container.place().apply(open);
    draft.add(place);
    Process runner = runner(container, place);
    boolean alone = launched.servers().size() == 1 && launched.nginx().isEmpty();
    int number = alone ? 0 : 1;
    for (Served served : launched.servers()) {
      Process process = ServedProcess.of(served, runner, number++, _ -> Optional.empty());
      List<Listener> listeners =
          served.binds().stream().map(bind -> new Listener(process, bind)).toList();
      serve(served, process, listeners);
      container.ceiling().queued(process, listeners).forEach(draft::add);
      container.ceiling().served(process).ifPresent(draft::add);
    }
    heap(container, runner);
    Frameworks.remarks(container.command().words(), new ContainerSurroundings(container), runner)
        .forEach(draft::add);
    for (ContainerCommand.Cut cut : container.command().cuts()) {
      draft.add(new Remark.CommandCutShort(runner, cut.at(), cut.kept()));
    }
    nginx.ifPresent(
        configuration -> nginx(container, configuration, known, runner, number(launched)));
    if (launched.servers().isEmpty() && nginx.isEmpty()) {
      draft.add(runner);
    }
    if (place.open().isPresent()) {
      hints(container, runner);
    }
    return runner;
  }

  /// What was to be started is dropped: who misses it there misses what was cut off.
  private static Optional<String> cutShort(Container container) {
    return container.command().cuts().stream()
        .findFirst()
        .map(cut -> "its command ends after \"" + cut.kept() + "\"");
  }

  /// The heap that a command or its environment gives to Java or Node.
  private void heap(Container container, Process runner) {
    Stream<Text> given =
        Stream.of("NODE_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
            .map(container.environment()::variable)
            .filter(Variable.Set.class::isInstance)
            .map(value -> ((Variable.Set) value).value())
            .map(value -> Text.derived(value.value(), value.at()));
    Stream.concat(container.command().words().stream(), given)
        .flatMap(text -> container.ceiling().heap(runner, text).stream())
        .findFirst()
        .ifPresent(draft::add);
  }

  private static int number(Launched launched) {
    return launched.servers().isEmpty() ? 0 : launched.servers().size() + 1;
  }

  private void serve(Served served, Process process, List<Listener> listeners) {
    draft.add(process);
    ServedProcess.remarks(served, process).forEach(draft::add);
    listeners.forEach(draft::add);
    served.overridden().forEach(bind -> draft.add(new Superseded(process, bind)));
  }

  private static Process runner(Container container, Place place) {
    Identity identity =
        new Identity(
            container.user(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Effective.Default<>(UMASK, "the engine")));
    return new Process(
        container.id(),
        container.label(),
        place,
        container.at(),
        Optional.empty(),
        Optional.empty(),
        identity,
        Sandbox.NONE,
        Limits.UNKNOWN,
        container.stop(),
        Role.APPLICATION,
        container.start());
  }

  private void nginx(
      Container container,
      Configuration configuration,
      KnownImage known,
      Process runner,
      int number) {
    Process process =
        new Process(
            number == 0 ? runner.id() : runner.id() + "#nginx",
            number == 0 ? runner.label() : "nginx of " + runner.label(),
            runner.place(),
            runner.at(),
            Optional.of("nginx"),
            known.nginxVersion().or(sources.versions()::nginx),
            identity(configuration, runner.identity()),
            Sandbox.NONE,
            finishing(container, configuration),
            runner.stop(),
            Role.PROXY,
            runner.start());
    draft.add(process);
    if (container.setting() == Container.Setting.PROJECT) {
      configuration.files().forEach(sources::claim);
    }
    NginxLowering.lower(
        configuration, process, known.generation(sources.versions().nginx()), draft);
    container.ceiling().queued(process, draft.listenersOf(process)).forEach(draft::add);
    new NginxRemarks(container, known, process, draft).add(configuration);
    new StaticFiles(container, process, draft).add(configuration);
  }

  /// The official image asks nginx to finish its requests: `STOPSIGNAL SIGQUIT`.
  private static Limits finishing(Container container, Configuration configuration) {
    return NginxLowering.graceful(configuration)
        .filter(_ -> container.isOfficial("nginx"))
        .map(Limits.UNKNOWN::withGraceful)
        .orElse(Limits.UNKNOWN);
  }

  /// An nginx that does not start as root cannot change to the user that it is told.
  private static Identity identity(Configuration configuration, Identity runner) {
    boolean bound = runner.user().filter(user -> !user.value().equals("root")).isPresent();
    return new Identity(
        bound ? runner.user() : NginxLowering.user(configuration),
        bound ? Optional.empty() : NginxLowering.group(configuration),
        Optional.empty(),
        runner.umask());
  }

  /// Somebody expects a listener on these ports, and we do not know all that listen.
  private void hints(Container container, Process runner) {
    container.expected().stream()
        .map(Bind::expected)
        .forEach(bind -> draft.add(new Listener(runner, bind)));
  }
}
