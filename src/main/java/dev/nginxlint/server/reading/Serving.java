package dev.nginxlint.server.reading;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Load;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of a server while its command line is read.
public final class Serving {
  private final Invocation call;
  private final String server;
  private final List<Bind> binds = new ArrayList<>();
  private final List<Sourced<Integer>> inherited = new ArrayList<>();
  private final Faults faults = new Faults();
  private String label;
  private Span at;
  private boolean dead;
  private Optional<String> unknown = Optional.empty();
  private Limits limits = Limits.UNKNOWN;
  private Bind.Opener opener = Bind.Opener.SERVER;
  private Optional<Effective<String>> user = Optional.empty();
  private Optional<Effective<String>> group = Optional.empty();
  private Activation activation = Activation.IGNORES;
  private Optional<Sourced<String>> clients = Optional.empty();
  private List<Bind> overridden = List.of();
  private Optional<Protocol> speaks = Optional.empty();

  /// A server that a command starts.
  public Serving(String server, Invocation call) {
    this.server = server;
    this.call = call;
    this.label = server;
    this.at = call.at();
  }

  /// What to call it in a sentence, and where it is described, if not by its program.
  public Serving described(String as, Span where) {
    label = as;
    at = where;
    return this;
  }

  /// What it does with sockets from systemd.
  public Serving activation(Activation other) {
    activation = other;
    return this;
  }

  /// What it speaks on a socket that systemd hands it.
  public void speaks(Protocol protocol) {
    speaks = Optional.of(protocol);
  }

  /// A descriptor that it takes over from its starter, named in a place.
  public void inherits(int descriptor, Protocol protocol, Span where) {
    speaks(protocol);
    inherited.add(new Sourced<>(descriptor, where));
  }

  /// Why it may open other sockets than those that are known; the first reason stays.
  public void unknown(String why) {
    unknown = unknown.or(() -> Optional.of(why));
  }

  /// Something that keeps one of its sockets from being what was meant.
  public void fault(Span where, String message) {
    faults.address(where, message);
  }

  /// What else it refuses, or reads in another way than it was meant.
  public Faults faults() {
    return faults;
  }

  /// Something for which it does not start at all.
  public void fatal(Span where, String message) {
    fault(where, message);
    dead = true;
  }

  /// A limit on how long a request may take, with whose end its connection is closed.
  public void request(String option, Optional<Effective<Duration>> after) {
    request(option, after, Limits.Clock.WALL, Limits.Ending.CLOSED);
  }

  /// A limit on how long the processor may work for a request; one on all of its time goes first.
  public void work(String option, Optional<Effective<Duration>> after) {
    if (limits.request().isEmpty()) {
      request(option, after, Limits.Clock.PROCESSOR, Limits.Ending.CLOSED);
    }
  }

  /// A limit on a request.
  public void request(
      String option, Optional<Effective<Duration>> after, Limits.Clock clock, Limits.Ending end) {
    after
        .filter(time -> !time.value().isZero())
        .map(time -> new Limits.RequestLimit(option, time, clock, end))
        .ifPresent(limit -> limits = limits.withRequest(limit));
  }

  /// How much it can take on at a time.
  public void load(Load load) {
    limits = limits.withLoad(load);
  }

  /// How long an idle connection stays open.
  public void keepAlive(String option, Optional<Effective<Duration>> idle) {
    idle.ifPresent(time -> keepAlive(new Limits.KeepAlive.For(option, time)));
  }

  /// How often it writes to a WebSocket on which nobody else does; 0 is never.
  public void ping(String option, Optional<Effective<Duration>> every) {
    every
        .filter(time -> !time.value().isZero())
        .ifPresent(time -> limits = limits.withPing(new Limits.Ping(option, time)));
  }

  /// What becomes of an idle connection.
  public void keepAlive(Limits.KeepAlive way) {
    limits = limits.withKeepAlive(way);
  }

  /// How long it finishes requests once it is told to stop.
  public void graceful(Optional<Effective<Duration>> time) {
    time.ifPresent(value -> limits = limits.withGraceful(value));
  }

  /// How many connections wait to be accepted.
  public void backlog(Optional<Effective<Integer>> length) {
    length.ifPresent(value -> limits = limits.withBacklog(value));
  }

  /// The only addresses that it takes connections from.
  public void admits(Sourced<String> addresses) {
    clients = Optional.of(addresses);
  }

  /// The sockets that it was to have and has not, as a file that is read later says another.
  public void overrides(List<Bind> earlier) {
    overridden = earlier;
  }

  /// How large a request may be.
  public void intake(Optional<Intake.Limit> body, Optional<Intake.Limit> header) {
    limits = limits.withIntake(new Intake(body, header));
  }

  /// That it opens its sockets first and changes its user afterwards.
  public void opensAsRoot() {
    opener = Bind.Opener.ROOT;
  }

  /// The user and group that it changes to.
  public void runsAs(Optional<Effective<String>> newUser, Optional<Effective<String>> newGroup) {
    user = newUser;
    group = newGroup;
  }

  /// A socket for a host and a port that are settings of their own.
  public void listen(
      Hosts hosts, Protocol protocol, Setting host, String usualHost, Setting port, int usualPort) {
    if (host instanceof Setting.Unknown(String why)) {
      unknown(why);
    } else if (port instanceof Setting.Unknown(String why)) {
      unknown(why);
    } else {
      Span place = port.value().or(host::value).map(Text::span).orElse(call.at());
      Evidence evidence =
          port.isOpen() || host.isOpen() ? Evidence.STATED : Evidence.SERVER_DEFAULT;
      String name = host.value().map(Text::value).orElse(usualHost);
      String number = port.value().map(Text::value).orElse(String.valueOf(usualPort));
      open(hosts, protocol, name, number, evidence, place);
    }
  }

  /// A socket that nobody asked for.
  public void listen(Hosts hosts, Protocol protocol, String host, int port) {
    open(hosts, protocol, host, String.valueOf(port), Evidence.SERVER_DEFAULT, call.at());
  }

  /// A socket that is usual, where something that we do not see may say another.
  public void guess(Hosts hosts, Protocol protocol, String host, int port, String why) {
    open(hosts, protocol, host, String.valueOf(port), Evidence.IMAGE_DEFAULT, call.at());
    unknown(why);
  }

  /// A socket for a host and a port written together.
  ///
  /// @param where the whole of the address
  public void listen(Hosts hosts, Protocol protocol, String host, String port, Span where) {
    open(hosts, protocol, host, port, Evidence.STATED, where);
  }

  /// A socket that it opens if a condition holds that nobody can see.
  public void perhaps(Hosts hosts, Protocol protocol, String host, String port, Span where) {
    open(hosts, protocol, host, port, Evidence.HINT, where);
  }

  private void open(
      Hosts hosts, Protocol protocol, String host, String port, Evidence evidence, Span where) {
    if (Hole.in(port) || Hole.in(host)) {
      unknown("part of the address it listens on is not known");
      return;
    }
    Optional<Integer> number = Quantity.number(port).filter(value -> value <= 65_535);
    if (port.isEmpty()) {
      fatal(where, "%s finds no port here, so it does not start".formatted(server));
    } else if (number.isEmpty()) {
      fatal(where, "%s cannot take `%s` for a port, so it does not start".formatted(server, port));
    } else if (number.get() == 0) {
      unknown("port 0 lets the kernel choose a port");
    } else {
      switch (hosts.open(host, number.get())) {
        case Hosts.Opened.Sockets(List<Endpoint.Inet> endpoints) ->
            endpoints.forEach(inet -> binds.add(Bind.inet(inet, protocol, evidence, where)));
        case Hosts.Opened.Refused() ->
            fatal(
                where,
                host.isEmpty()
                    ? "%s finds no host here, so it does not start".formatted(server)
                    : "%s cannot listen on the host `%s`, so it does not start"
                        .formatted(server, host));
        case Hosts.Opened.Elsewhere() ->
            unknown("where the name %s leads is not known".formatted(host));
      }
    }
  }

  /// A Unix socket by a path that may count from the working directory.
  public void unix(Protocol protocol, String path, Span where, SocketFile file) {
    call.path(path)
        .ifPresentOrElse(
            absolute ->
                binds.add(
                    new Bind(
                        new Endpoint.Unix(Paths.canonical(absolute)),
                        protocol,
                        Evidence.STATED,
                        where,
                        file)),
            () ->
                unknown(
                    Hole.in(path)
                        ? "part of the path of its socket is not known"
                        : "the directory that its socket's path counts from is not known"));
  }

  /// A Unix socket in the abstract namespace.
  public void abstractSocket(Protocol protocol, String name, Span where) {
    if (Hole.in(name)) {
      unknown("part of the name of its socket is not known");
    } else {
      binds.add(
          new Bind(
              new Endpoint.Abstract(name), protocol, Evidence.STATED, where, SocketFile.PLAIN));
    }
  }

  /// What came of it.
  public Served served() {
    return new Served(
        server,
        label,
        at,
        dead ? List.of() : binds.stream().map(bind -> bind.by(opener)).toList(),
        inherited,
        dead ? Optional.empty() : unknown,
        faults.all(),
        limits,
        user,
        group,
        activation,
        clients,
        overridden,
        speaks.or(() -> binds.stream().map(Bind::protocol).findFirst()));
  }

  /// What came of it, if it is all that is started.
  public Launched launched() {
    return Launched.of(served());
  }
}
