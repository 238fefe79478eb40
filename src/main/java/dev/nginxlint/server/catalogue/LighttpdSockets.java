package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.catalogue.LighttpdFile.Scope;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What lighttpd makes of its settings: `server.bind` and `server.port`, and a socket for each
/// block that names one (`network_server_init` of `src/network.c`).
final class LighttpdSockets {
  private static final String NAME = "lighttpd";
  private static final Intake.Refusal ANSWERED = Intake.Refusal.ANSWERED;
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final long HEADER = 8192;

  private static final Hosts V4 =
      Hosts.of(
          """
          (none)     0.0.0.0
          *          0.0.0.0
          [::]       ::
          localhost  127.0.0.1
          """);

  /// `server.use-ipv6` is about names and about no host at all.
  private static final Hosts V6 =
      Hosts.of(
          """
          (none)     ::
          *          0.0.0.0
          ::         ::
          [::]       ::
          localhost  ::1
          """);

  private static final Hosts V4_DUAL =
      Hosts.of("(none)  0.0.0.0\n*  0.0.0.0\n[::]  dual\nlocalhost  127.0.0.1\n");
  private static final Hosts V6_DUAL =
      Hosts.of("(none)  dual\n*  0.0.0.0\n::  dual\n[::]  dual\nlocalhost  ::1\n");

  private final Serving serving;
  private final LighttpdFile file;
  private final Scope global;
  private final Set<String> opened = new HashSet<>();

  LighttpdSockets(Serving serving, LighttpdFile file) {
    this.serving = serving;
    this.file = file;
    this.global = file.global();
  }

  /// Opens them, before it changes its user.
  void open() {
    serving.opensAsRoot();
    serving.runsAs(name("server.username"), name("server.groupname"));
    for (LighttpdFile.Socket socket : file.sockets()) {
      open(socket.address(), socket.scope());
    }
    if (on(global, "server.systemd-socket-activation")) {
      serving.activation(
          file.sockets().isEmpty() ? Activation.REPLACES_BINDS : Activation.JOINS_BINDS);
    }
    Optional<Text> bind = global.find("server.bind").filter(text -> !text.isEmpty());
    if (bind.isPresent()) {
      String host = bind.get().value();
      if (host.startsWith("/")) {
        unix(bind.get(), global);
      } else {
        listen(host, port(), bind.get(), global);
      }
    } else {
      main();
    }
    limits();
  }

  private void main() {
    if (!opened.add(wildcard(global) + " " + port())) {
      return;
    }
    Hosts hosts = hosts(global);
    Setting port =
        global
            .find("server.port")
            .filter(text -> !text.value().equals("0"))
            .<Setting>map(Setting.Value::new)
            .orElseGet(Setting.Absent::new);
    int usual = on(global, "ssl.engine") ? 443 : 80;
    serving.listen(hosts, protocol(global), new Setting.Absent(), "", port, usual);
  }

  private String port() {
    return global
        .find("server.port")
        .map(Text::value)
        .filter(port -> !port.equals("0"))
        .orElse(on(global, "ssl.engine") ? "443" : "80");
  }

  /// An address without a port has that of the server.
  private void open(Text address, Scope scope) {
    if (address.value().startsWith("/")) {
      unix(address, scope);
    } else if (address.isEmpty()) {
      serving.fatal(address.span(), "lighttpd takes no empty address, so it does not start");
    } else {
      Addresses parts = Addresses.atLastColon(address, port());
      listen(parts.host(), parts.port(), address, scope);
    }
  }

  private void listen(String host, String port, Text at, Scope scope) {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    if (bare && !on(scope, "server.use-ipv6") && !Hole.in(host)) {
      serving.fatal(
          at.span(), "lighttpd takes `%s` in brackets only, so it does not start".formatted(host));
    } else if (opened.add((host.isEmpty() ? wildcard(scope) : host) + " " + port)) {
      serving.listen(hosts(scope), protocol(scope), host, port, at.span());
    }
  }

  private static String wildcard(Scope scope) {
    return on(scope, "server.use-ipv6") ? "[::]" : "0.0.0.0";
  }

  private static Hosts hosts(Scope scope) {
    boolean both = scope.find("server.set-v6only").filter(LighttpdSockets::isOff).isPresent();
    return on(scope, "server.use-ipv6") ? both ? V6_DUAL : V6 : both ? V4_DUAL : V4;
  }

  private void unix(Text path, Scope scope) {
    if (opened.add(path.value())) {
      Optional<Effective<Integer>> mode =
          scope
              .find("server.socket-perms")
              .flatMap(text -> new Setting.Value(text).written(Quantity::octal));
      serving.unix(
          protocol(scope),
          path.value(),
          path.span(),
          mode.map(SocketFile::mode).orElse(SocketFile.PLAIN));
    }
  }

  private static Protocol protocol(Scope scope) {
    return on(scope, "ssl.engine") ? Protocol.HTTPS : Protocol.HTTP;
  }

  private void limits() {
    serving.keepAlive(
        "server.max-keep-alive-idle",
        limit("server.max-keep-alive-idle").effective(Quantity::seconds, IDLE, NAME));
    serving.backlog(limit("server.listen-backlog").effective(Quantity::number, 1024, NAME));
    serving.intake(
        limit("server.max-request-size")
            .written(LighttpdSockets::kilobytes)
            .map(size -> new Intake.Limit("server.max-request-size", size, ANSWERED)),
        limit("server.max-request-field-size")
            .effective(Quantity::bytes, HEADER, NAME)
            .map(size -> new Intake.Limit("server.max-request-field-size", size, ANSWERED)));
  }

  /// A block may set another one for its own requests or socket.
  private Setting limit(String name) {
    return file.elsewhere().contains(name)
        ? new Setting.Unknown(name + " is set for some requests only")
        : global.find(name).<Setting>map(Setting.Value::new).orElseGet(Setting.Absent::new);
  }

  private static Optional<Long> kilobytes(String text) {
    return Quantity.number(text).filter(count -> count > 0).map(count -> count * 1024L);
  }

  private static boolean on(Scope scope, String name) {
    return scope.find(name).filter(text -> text.value().equals("enable")).isPresent();
  }

  private static boolean isOff(Text text) {
    return text.value().equals("disable");
  }

  private Optional<Effective<String>> name(String setting) {
    return global.find(setting).map(text -> new Effective.Written<>(text.value(), text.span()));
  }
}
