package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.OfUser;
import dev.nginxlint.stack.OfUser.Leaving;
import dev.nginxlint.stack.PortDenied;
import dev.nginxlint.stack.PortDenied.Opener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.command.ExecLine.Prefix;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be said of whoever is not root: ports that are kept from it, and an end when its user
/// leaves.
record UserRemarks(Sysctl kernel, Draft draft) {
  private static final int FIRST_PORT = 1024;

  /// Remarks on the process of a unit.
  void unit(Process process, Unit unit) {
    if (unit.manager().isOfUser()) {
      draft.add(ofUser(process, process.at(), unit.name().toString(), unit.manager()));
    }
  }

  private static OfUser ofUser(Process process, Span at, String unit, Manager manager) {
    String name = manager.account().name();
    Leaving leaving =
        switch (manager.up()) {
          case WITH_THE_MACHINE -> Leaving.STAYS;
          case AT_LOGIN -> Leaving.ENDS;
          case UNKNOWN -> Leaving.UNKNOWN;
        };
    return new OfUser(process, at, unit, Hole.in(name) ? "its user" : name, leaving);
  }

  /// Remarks on a server that opens its own sockets.
  void server(Process process, UnitSettings service, List<Listener> listeners) {
    Optional<Effective<String>> user =
        process.identity().user().filter(name -> !name.value().matches("root|0"));
    if (user.isEmpty() || mayAll(service)) {
      return;
    }
    boolean bounded = isBounded(service);
    Opener opener = service.unit().manager().isOfUser() ? Opener.SERVICE_OF_USER : Opener.SERVICE;
    for (Listener listener : listeners) {
      if (listener.endpoint() instanceof Endpoint.Inet inet
          && listener.bind().opener() == Bind.Opener.SERVER
          && denied(inet.port())) {
        draft.add(
            new PortDenied(
                process, listener.bind().at(), inet.port(), user.get(), opener, bounded));
      }
    }
  }

  /// Whether the unit has been given what root has, or takes care of it before it starts.
  private static boolean mayAll(UnitSettings service) {
    boolean capable =
        service.words("AmbientCapabilities", Escapes.DROPPED).stream()
            .anyMatch(word -> word.value().toUpperCase(Locale.ROOT).contains("CAP_NET_BIND"));
    boolean privileged =
        service.list("ExecStart").stream()
            .flatMap(line -> ExecLine.parse(line).tree().commands().stream())
            .anyMatch(exec -> exec.prefixes().stream().anyMatch(p -> p != Prefix.MAY_FAIL));
    boolean prepared =
        Stream.of("ExecStart", "ExecStartPre")
            .flatMap(key -> service.list(key).stream())
            .anyMatch(line -> line.value().matches(".*(setcap|authbind|capsh|sysctl).*"));
    return capable || privileged || prepared;
  }

  /// Whether the capabilities of files are kept from it (systemd.exec(5)).
  private static boolean isBounded(UnitSettings service) {
    boolean alone = Stream.of("NoNewPrivileges", "DynamicUser").anyMatch(service::isOn);
    List<Text> bounds = service.words("CapabilityBoundingSet", Escapes.DROPPED);
    boolean without =
        bounds.stream().map(Text::value).noneMatch(word -> word.matches("(?i)~.*|CAP_NET_BIND.*"));
    return alone || (!bounds.isEmpty() && without);
  }

  /// Remarks on a container.
  ///
  /// @param manager who runs the unit that starts it
  void container(Process process, Service container, Manager manager) {
    if (!manager.isOfUser()) {
      return;
    }
    Text name = Text.derived(container.name().value(), container.at());
    draft.add(ofUser(process, process.at(), name.value(), manager));
    String user = manager.account().name();
    for (Port port : container.wiring().ports()) {
      if (port.published() instanceof Port.Published.Fixed(var number)
          && denied(number.value())
          && !user.equals("root")
          && !Hole.in(user)) {
        Effective<String> by = new Effective.Default<>(user, "systemd");
        draft.add(
            new PortDenied(process, number.at(), number.value(), by, Opener.ROOTLESS_ENGINE, true));
      }
    }
  }

  private boolean denied(int port) {
    int first =
        kernel
            .number("net.ipv4.ip_unprivileged_port_start")
            .map(Effective::value)
            .orElse(FIRST_PORT);
    return port > 0 && port < first;
  }
}
