package dev.nginxlint.lower.host;

import dev.nginxlint.server.Served;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a `.socket` unit opens for a service (systemd.socket(5)).
///
/// @param at the first address it listens on
record HandedSocket(String name, Span at, List<Bind> binds) {
  private static final int SOCKET_MODE = 0666;

  /// `SOMAXCONN`; later versions of systemd ask for more than any kernel gives, which is as much.
  private static final int SOCKET_QUEUE = 4096;

  /// Those that listen once more on what they are handed, and their own queue counts.
  private static final Set<String> LISTEN_AGAIN =
      Set.of("gunicorn", "hypercorn", "unicorn", "uvicorn");

  /// The stream sockets of a unit; empty if it has none that we can tell.
  static Optional<HandedSocket> of(Unit unit) {
    UnitSettings socket = new UnitSettings(unit, "Socket");
    List<Bind> binds = new ArrayList<>();
    for (Text stream : socket.list("ListenStream")) {
      endpoint(stream.value(), socket)
          .map(at -> new Bind(at, Protocol.TCP, Evidence.STATED, stream.span(), file(socket)))
          .map(bind -> bind.by(Bind.Opener.SYSTEMD).queueing(Optional.of(backlog(socket))))
          .ifPresent(binds::add);
    }
    return binds.isEmpty()
        ? Optional.empty()
        : Optional.of(new HandedSocket(unit.label(), binds.getFirst().at(), binds));
  }

  /// Whether a server that it is handed to listens on it.
  boolean isTakenBy(Served served) {
    return switch (served.activation()) {
      case REPLACES_BINDS, JOINS_BINDS -> true;
      case MATCHES_BINDS ->
          served.unknown().isPresent()
              || binds.stream()
                  .anyMatch(given -> served.binds().stream().anyMatch(bind -> same(given, bind)));
      case BY_OPTION -> !served.inherited().isEmpty();
      case TAKES_TWICE, IGNORES -> false;
    };
  }

  /// What a server that takes it listens on.
  List<Bind> bindsOf(Served served) {
    Stream<Bind> spoken =
        // The server speaks on a socket of systemd's what it would on its own.
        binds.stream().map(bind -> bind.speaking(served.speaks().orElse(bind.protocol())));
    return LISTEN_AGAIN.contains(served.server())
        ? spoken.map(bind -> bind.queueing(Optional.empty())).toList()
        : spoken.toList();
  }

  /// Whether they are one and the same address.
  static boolean same(Bind one, Bind other) {
    return one.endpoint().equals(other.endpoint());
  }

  private static Effective<Integer> backlog(UnitSettings socket) {
    return socket
        .text("Backlog")
        .flatMap(text -> new Setting.Value(text).written(Quantity::number))
        .orElse(new Effective.Default<>(SOCKET_QUEUE, "systemd"));
  }

  /// Without a group it is the user's own, which mostly has the user's name.
  private static SocketFile file(UnitSettings socket) {
    Optional<Effective<String>> user =
        socket
            .effective("SocketUser")
            .or(
                () ->
                    Optional.of(socket.unit().manager().account().name())
                        .filter(name -> !Hole.in(name))
                        .map(name -> new Effective.Default<>(name, "systemd")));
    return new SocketFile(
        Optional.of(
            socket.mode("SocketMode").orElse(new Effective.Default<>(SOCKET_MODE, "systemd"))),
        user,
        socket
            .effective("SocketGroup")
            .or(() -> user.map(name -> new Effective.Default<>(name.value(), "systemd"))));
  }

  private static Optional<Endpoint> endpoint(String address, UnitSettings socket) {
    if (address.startsWith("/")) {
      return Optional.of(new Endpoint.Unix(address));
    }
    if (address.startsWith("@")) {
      return Optional.of(new Endpoint.Abstract(address.substring(1)));
    }
    int colon = address.lastIndexOf(':');
    Optional<Integer> port = port(address.substring(colon + 1));
    Optional<Address> host =
        colon < 0 ? Optional.of(Address.ANY_V6) : Address.parse(address.substring(0, colon));
    return host.flatMap(
        at -> port.map(number -> new Endpoint.Inet(at, number, families(at, socket))));
  }

  /// A wildcard IPv6 socket takes IPv4 as well unless `BindIPv6Only=` says otherwise.
  private static Set<Family> families(Address address, UnitSettings socket) {
    boolean only =
        socket.text("BindIPv6Only").map(t -> t.value().equals("ipv6-only")).orElse(false);
    return address.equals(Address.ANY_V6) && !only
        ? EnumSet.allOf(Family.class)
        : EnumSet.of(address.family());
  }

  private static Optional<Integer> port(String text) {
    boolean number =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
    return number ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
