package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sockets of uwsgi, and what it does on them.
final class UwsgiSockets {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  private static final Map<String, Protocol> PROTOCOLS =
      Map.ofEntries(
          Map.entry("--uwsgi-socket", Protocol.UWSGI),
          Map.entry("--puwsgi-socket", Protocol.UWSGI),
          Map.entry("--suwsgi-socket", Protocol.TCP),
          Map.entry("--ssl-socket", Protocol.TCP),
          Map.entry("--raw-socket", Protocol.TCP),
          Map.entry("--http-socket", Protocol.HTTP),
          Map.entry("--http11-socket", Protocol.HTTP),
          Map.entry("--https-socket", Protocol.HTTPS),
          Map.entry("--fastcgi-socket", Protocol.FASTCGI),
          Map.entry("--fastcgi-nph-socket", Protocol.FASTCGI),
          Map.entry("--scgi-socket", Protocol.SCGI),
          Map.entry("--scgi-nph-socket", Protocol.SCGI),
          Map.entry("--http", Protocol.HTTP),
          Map.entry("--httprouter", Protocol.HTTP),
          Map.entry("--https", Protocol.HTTPS));

  /// uwsgi takes 4096 bytes of headers and variables (`uwsgi.buffer_size`).
  private static final long HEADER = 4096;

  /// With one of these it opens its sockets as root; without them it becomes its user first.
  private static final String[] LATE = {
    "--chown-socket", "--master-as-root", "--drop-after-init", "--drop-after-apps"
  };

  /// Options that come with a master (`UWSGI_OPT_MASTER` in core/uwsgi.c).
  private static final Pattern WITH_MASTER =
      Pattern.compile(
          "-M|--(master|master-fifo|cheap.*|touch-.*reload|py-?auto-?reload|fs-reload|spooler.*|stats"
              + "|stats-server|idle|mules?|farm|(unique-)?cron2?|(smart-)?attach-daemon2?"
              + "|evil-reload-on-(rss|as)|log-master|threaded-logger)");

  private final UwsgiSettings settings;
  private final Invocation call;
  private final Serving serving;
  private final SocketFile file;

  UwsgiSockets(Invocation start, UwsgiSettings settings) {
    this.settings = settings;
    call = settings.last("--chdir").value().map(dir -> start.in(dir.value())).orElse(start);
    serving = new Serving("uwsgi", call).activation(Activation.JOINS_BINDS);
    file = new SocketFile(mode(), owner(0), owner(1));
  }

  Serving serving() {
    settings.all("--socket").forEach(use -> bind(use, protocol()));
    PROTOCOLS.keySet().stream()
        .sorted()
        .forEach(name -> settings.all(name).forEach(use -> bind(use, PROTOCOLS.get(name))));
    if (!settings.all("--shared-socket").isEmpty()) {
      serving.unknown("its shared sockets are not read");
    }
    settings.unseen().ifPresent(serving::unknown);
    Served so = serving.served();
    boolean none = so.binds().isEmpty() && so.inherited().isEmpty() && so.unknown().isEmpty();
    if (none && so.faults().isEmpty() && settings.all("--emperor").isEmpty()) {
      serving.fatal(so.at(), "uwsgi is given no socket, so it does not start");
    }
    // Whatever its own sockets speak, those of systemd's speak what `--socket` does.
    if (so.inherited().isEmpty()) {
      serving.speaks(protocol());
    }
    limits();
    if (!settings.all(LATE).isEmpty()) {
      serving.opensAsRoot();
    }
    serving.runsAs(
        settings.last("--uid").written(Quantity::word),
        settings.last("--gid").written(Quantity::word));
    return serving;
  }

  /// What `--socket` speaks.
  private Protocol protocol() {
    Setting name = settings.last("--protocol", "--socket-protocol");
    return switch (name.value().map(Text::value).orElse("uwsgi")) {
      case "http" -> Protocol.HTTP;
      case "fastcgi" -> Protocol.FASTCGI;
      case "scgi" -> Protocol.SCGI;
      case "uwsgi" -> Protocol.UWSGI;
      default -> Protocol.TCP;
    };
  }

  private void bind(Given.Use use, Protocol protocol) {
    if (use.value().isEmpty()) {
      return;
    }
    Text whole = use.value().get();
    int comma = whole.value().indexOf(',');
    Text address = comma < 0 ? whole : whole.slice(0, comma);
    String value = address.value();
    if (value.startsWith("fd://")) {
      Quantity.number(value.substring(5))
          .ifPresent(fd -> serving.inherits(fd, protocol, address.span()));
    } else if (value.startsWith("=")) {
      serving.unknown("its shared sockets are not read");
    } else if (value.startsWith("@")) {
      // uwsgi counts the byte that ends the string in, so no other program finds it by this name.
      serving.abstractSocket(protocol, value.substring(1) + '\0', address.span());
    } else if (value.startsWith("unix:")) {
      serving.fault(
          address.span(),
          "uwsgi takes `%s` for a host and a port; a Unix socket is a bare path".formatted(value));
    } else if (value.indexOf(':') < 0) {
      path(address, protocol);
    } else {
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), address.span());
    }
  }

  /// Without a colon everything is a path, a number too.
  private void path(Text address, Protocol protocol) {
    if (Quantity.number(address.value()).isPresent()) {
      serving.fault(
          address.span(),
          "uwsgi makes a Unix socket called `%s` of this; a port is written `:%s`"
              .formatted(address, address));
    }
    serving.unix(protocol, address.value(), address.span(), file);
  }

  /// 0777 less the umask of the process, unless uwsgi is told a umask or a mode.
  private Optional<Effective<Integer>> mode() {
    for (Given.Use use : settings.all("--chmod-socket", "--chmod").reversed()) {
      Optional<Integer> mode = use.value().flatMap(text -> Quantity.octal(text.value()));
      return Optional.of(new Effective.Written<>(mode.orElse(0666), use.word().span()));
    }
    return settings
        .last("--umask")
        .written(Quantity::octal)
        .map(umask -> umask.map(mask -> 0777 & ~mask));
  }

  /// `--chown-socket user:group`.
  private Optional<Effective<String>> owner(int part) {
    return settings
        .last("--chown-socket")
        .value()
        .filter(text -> !Hole.in(text))
        .map(text -> new Sourced<>(List.of(text.value().split(":", 2)), text.span()))
        .filter(both -> both.value().size() > part)
        .map(both -> new Effective.Written<>(both.value().get(part), both.at()));
  }

  /// uwsgi starts with fewer processes than it may have, of which there is 1 if nobody says more.
  private void cheaper() {
    boolean known =
        settings.unseen().isEmpty()
            && Stream.of("PROCESSES", "WORKERS", "CHEAPER")
                .noneMatch(name -> call.environment("UWSGI_" + name).isOpen());
    Optional<Integer> most =
        settings
            .last("--processes", "--workers")
            .effective(Quantity::number, 1, "uwsgi")
            .map(Effective::value);
    settings
        .last("--cheaper")
        .written(Quantity::number)
        .filter(least -> known && most.isPresent() && most.get() > 0)
        .filter(least -> least.value() > 0 && least.value() >= most.get())
        .flatMap(Effective::written)
        .ifPresent(
            at ->
                serving
                    .faults()
                    .refusesNumber(
                        at,
                        "invalid cheaper value: must be lower than processes",
                        "let cheaper be less than processes, which is %s".formatted(most.get())));
  }

  private void limits() {
    serving.request("harakiri", settings.last("--harakiri").written(Quantity::seconds));
    boolean alone = !settings.holds(WITH_MASTER) && settings.unseen().isEmpty();
    if (alone && settings.last("--harakiri") instanceof Setting.Value(Text time)) {
      serving
          .faults()
          .contradicts(
              time.span(),
              "harakiri ends a process that takes too long, and without a master none takes its"
                  + " place");
    }
    cheaper();
    serving.intake(
        settings
            .last("--limit-post")
            .written(Quantity::bytes)
            .map(size -> new Intake.Limit("limit-post", size, Intake.Refusal.CLOSED)),
        settings
            .last("--buffer-size")
            .effective(Quantity::bytes, HEADER, "uwsgi")
            .filter(size -> size.written().isPresent() || settings.unseen().isEmpty())
            .map(size -> new Intake.Limit("buffer-size", size, Intake.Refusal.CLOSED)));
    serving.backlog(settings.last("--listen").effective(Quantity::number, 100, "uwsgi"));
    boolean plain =
        !settings.all("--http-socket").isEmpty()
            || (!settings.all("--http", "--httprouter").isEmpty()
                && settings.all("--http-keepalive").isEmpty());
    boolean eleven = !settings.all("--http11-socket").isEmpty();
    if (plain && !eleven) {
      serving.keepAlive(new Limits.KeepAlive.Never());
    } else if (eleven && !plain) {
      serving.keepAlive(
          "socket-timeout",
          settings
              .last("--socket-timeout")
              .effective(Quantity::seconds, Duration.ofSeconds(4), "uwsgi"));
    }
  }
}
