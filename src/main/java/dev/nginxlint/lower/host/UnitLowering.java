package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Ceiling;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Frameworks;
import dev.nginxlint.lower.ServedProcess;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.ViewSurroundings;
import dev.nginxlint.lower.Webroots;
import dev.nginxlint.lower.host.HostServices.NginxUnit;
import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Process.Stop;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Sandbox;
import dev.nginxlint.stack.Stack.Superseded;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a service of a host contributes: its processes, and what those listen on.
final class UnitLowering {
  /// The unit that packages bring for nginx.
  static final UnitName NGINX = UnitName.parse("nginx.service").orElseThrow();

  private static final Duration STOP_DEFAULT = Duration.ofSeconds(90);

  private final View view;
  private final Place place;
  private final Accounts accounts;
  private final Namespaces namespaces;
  private final Sysctl kernel;
  private final Draft draft = new Draft();
  private final Containers containers;
  private final UnitDirectories directories;

  UnitLowering(View view, Place place, Accounts accounts, Namespaces namespaces, Sysctl kernel) {
    this.kernel = kernel;
    this.containers = new Containers(view);
    this.directories = new UnitDirectories(place, draft);
    this.namespaces = namespaces;
    this.view = view;
    this.place = place;
    this.accounts = accounts;
  }

  /// What came of a service.
  ///
  /// @param containers those that it starts
  /// @param nginx the nginx that it starts
  /// @param unknown why it may listen on more than what was added
  record Lowered(
      Draft draft, Containers containers, Optional<NginxUnit> nginx, Optional<String> unknown) {}

  /// What the service contributes, with the sockets that systemd hands it.
  Lowered lower(
      Unit unit, Span at, Start start, List<HandedSocket> sockets, Optional<UnseenSocket> unseen) {
    UnitSettings service = new UnitSettings(unit, "Service");
    UnitEnvironment environment = new UnitEnvironment(service, view);
    Optional<String> directory =
        service
            .text("WorkingDirectory")
            .map(text -> text.value().startsWith("-") ? text.value().substring(1) : text.value())
            .filter(path -> path.startsWith("/"))
            .filter(path -> !Hole.in(path))
            .or(() -> service.has("WorkingDirectory") ? Optional.empty() : home(unit.manager()));
    ViewSurroundings around = new ViewSurroundings(view, environment, directory);
    Process template = process(unit, at, service, start);
    Launched launched = Launched.NOTHING;
    for (Text line : service.list("ExecStart")) {
      for (ExecLine.Exec exec : ExecLine.parse(line).tree().commands()) {
        List<Text> words = exec.words(environment);
        Webroots.started(words, template).ifPresent(draft::add);
        Frameworks.remarks(words, around, template).forEach(draft::add);
        Optional<Service> container =
            EngineRun.of(words, Text.derived(unit.name().prefix(), at), containers);
        container.ifPresent(c -> containers.add(c, unit.manager()));
        if (container.isEmpty()) {
          launched = launched.and(Catalogue.read(words, around));
        }
      }
    }
    UnitRemarks remarks = new UnitRemarks(unit, service, environment, view, draft);
    UserRemarks ofUser = new UserRemarks(kernel, draft);
    Ceiling ceiling = ceiling(service);
    int number = launched.servers().size() > 1 ? 1 : 0;
    for (Served told : launched.servers()) {
      Served served = ServedProcess.started(told, template);
      Process process = ServedProcess.of(served, template, number, accounts::groups);
      number++;
      draft.add(process);
      boolean doubtful = unseen.filter(socket -> socket.mayBeTakenBy(told)).isPresent();
      List<Listener> listeners =
          listeners(process, served, sockets).stream()
              .map(listener -> doubtful ? listener.hinted() : listener)
              .toList();
      listeners.forEach(draft::add);
      directories.prepared(service, listeners);
      remarks.served(process, served, around, listeners);
      ofUser.unit(process, unit);
      ofUser.server(process, service, listeners);
      ceiling.queued(process, listeners).forEach(draft::add);
      ceiling.served(process).ifPresent(draft::add);
    }
    service.list("ExecStart").stream()
        .flatMap(line -> ceiling.heap(template, line).stream())
        .findFirst()
        .ifPresent(draft::add);
    if (launched.servers().isEmpty() && !sockets.isEmpty()) {
      draft.add(template);
      ofUser.unit(template, unit);
      List<Listener> handed =
          sockets.stream()
              .flatMap(socket -> socket.binds().stream())
              .map(bind -> new Listener(template, bind))
              .toList();
      handed.forEach(draft::add);
      ceiling.queued(template, handed).forEach(draft::add);
    }
    directories.add(unit, service, template.identity());
    directories.ofUser(unit.manager(), template.identity(), at);
    Optional<NginxUnit> nginx =
        launched
            .nginx()
            .map(
                n ->
                    new NginxUnit(
                        template,
                        n.configuration().map(Sourced::value),
                        n.globals().isEmpty() ? remarks.pidFile() : Optional.empty(),
                        remarks.files(),
                        new WritablePaths(service)))
            .or(() -> packaged(unit, template, service));
    // What runs once and ends listens on nothing when it is over.
    boolean once = service.text("Type").filter(type -> type.value().equals("oneshot")).isPresent();
    Optional<String> unknown =
        once ? Optional.empty() : launched.open().or(() -> unseen.map(UnseenSocket::toString));
    if (!launched.equals(Launched.NOTHING)) {
      remarks.started(template, accounts);
    }
    new StartFaults(unit, service, environment, draft).add(template);
    boolean opaque = launched.servers().isEmpty() && sockets.isEmpty() && nginx.isEmpty();
    if (opaque && unknown.isPresent()) {
      draft.add(template);
      environment
          .port()
          .map(Bind::expected)
          .ifPresent(bind -> draft.add(new Listener(template, bind)));
    }
    return new Lowered(draft, containers, nginx, unknown.map(why -> unit.label() + ": " + why));
  }

  private static Optional<String> home(Manager manager) {
    return manager.isOfUser()
        ? Optional.of(manager.account().home()).filter(home -> !Hole.in(home))
        : Optional.of("/");
  }

  /// The nginx of a package, of whose unit only drop-ins are in view: they say what is kept from
  /// it, and not how it is started or stopped.
  private static Optional<NginxUnit> packaged(Unit unit, Process process, UnitSettings service) {
    boolean nginx = unit.state() == Unit.State.MISSING && unit.name().equals(NGINX);
    return nginx
        ? Optional.of(
            new NginxUnit(
                process.unseen(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new WritablePaths(service)))
        : Optional.empty();
  }

  private Ceiling ceiling(UnitSettings service) {
    return new Ceiling(
        Ceiling.queue(kernel),
        service
            .text("MemoryMax")
            .filter(text -> text.value().matches("\\d{1,12}[KMGT]?"))
            .flatMap(
                text -> Quantity.bytes(text.value()).map(size -> new Sourced<>(size, text.span()))),
        "MemoryMax=");
  }

  private Process process(Unit unit, Span at, UnitSettings service, Start start) {
    return new Process(
        unit.label(),
        unit.label(),
        place,
        at,
        Optional.empty(),
        Optional.empty(),
        UnitIdentity.of(unit, service, accounts),
        UnitSandbox.of(service, namespaces),
        Limits.UNKNOWN,
        stop(service),
        Role.APPLICATION,
        start);
  }

  private static Optional<Stop> stop(UnitSettings service) {
    return Stream.of("TimeoutStopSec", "TimeoutSec")
        .filter(service::has)
        .findFirst()
        .map(key -> service.time(key).map(time -> new Stop(key + "=", Effective.of(time))))
        .orElseGet(
            () ->
                Optional.of(
                    new Stop("TimeoutStopSec=", new Effective.Default<>(STOP_DEFAULT, "systemd"))));
  }

  private List<Listener> listeners(Process process, Served served, List<HandedSocket> sockets) {
    List<HandedSocket> taken = sockets.stream().filter(socket -> socket.isTakenBy(served)).toList();
    sockets.stream()
        .filter(socket -> !taken.contains(socket))
        .forEach(s -> notTaken(process, served, s));
    // What systemd hands over makes up for addresses that it lacks.
    boolean without = !taken.isEmpty() && served.binds().isEmpty();
    ServedProcess.remarks(served, process).stream()
        .filter(remark -> !(without && remark instanceof Remark.BadBind))
        .forEach(draft::add);
    if (!sockets.isEmpty() && served.activation() == Activation.TAKES_TWICE) {
      return List.of();
    }
    if (taken.isEmpty()) {
      return served.binds().stream().map(bind -> new Listener(process, bind)).toList();
    }
    List<Bind> handed = taken.stream().flatMap(socket -> socket.bindsOf(served).stream()).toList();
    List<Bind> others =
        served.binds().stream()
            .filter(bind -> handed.stream().noneMatch(given -> HandedSocket.same(given, bind)))
            .toList();
    if (served.activation() == Activation.REPLACES_BINDS) {
      others.forEach(bind -> draft.add(new Superseded(process, bind)));
      others = List.of();
    }
    return Stream.concat(handed.stream(), others.stream())
        .map(bind -> new Listener(process, bind))
        .toList();
  }

  private static Remark takenTwice(Process process, Span at) {
    String sentence =
        ("%s takes all sockets of systemd by itself; told `%s`, it takes one twice and does not"
                + " start, so leave that out")
            .formatted(process.server().orElseThrow(), at.text());
    return new Remark.BadBind(process, at, sentence);
  }

  /// systemd holds the socket open all the same: who connects to it gets no answer.
  private void notTaken(Process process, Served served, HandedSocket socket) {
    if (served.activation() == Activation.TAKES_TWICE) {
      served.inherited().forEach(named -> draft.add(takenTwice(process, named.at())));
    } else {
      draft.add(new Remark.SocketNotTaken(process, socket.at(), socket.name()));
    }
    Process systemd =
        new Process(
            socket.name(),
            socket.name(),
            place,
            socket.at(),
            Optional.of("systemd"),
            Optional.empty(),
            Identity.UNKNOWN,
            Sandbox.NONE,
            Limits.UNKNOWN,
            Optional.empty(),
            Role.AUXILIARY,
            Start.UNKNOWN);
    draft.add(systemd);
    socket.binds().forEach(bind -> draft.add(new Listener(systemd, bind)));
  }
}
