package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Ceiling;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Service;
import java.util.Optional;

/// What the kernel lets a service of a project have.
final class ServiceBounds {
  private ServiceBounds() {}

  /// A network of its own begins with the kernel's own settings, whatever the host has.
  static Ceiling ceiling(Service service) {
    Optional<Text> told =
        service.bounds().sysctls().stream()
            .filter(sysctl -> sysctl.name().value().equals("net.core.somaxconn"))
            .flatMap(sysctl -> sysctl.value().stream())
            .findFirst();
    boolean own = service.wiring().networking() instanceof Networking.Networks;
    Optional<Effective<Integer>> queue =
        told.isPresent()
            ? told.flatMap(
                text ->
                    Quantity.number(text.value())
                        .map(number -> new Effective.Written<>(number, text.span())))
            : own ? Optional.of(Ceiling.USUAL_QUEUE) : Optional.empty();
    Optional<Sourced<Long>> memory = service.bounds().memory().flatMap(ServiceBounds::bytes);
    return new Ceiling(queue, memory, "the memory limit of the service");
  }

  /// A number of bytes that is a limit, as 0 is none.
  static Optional<Sourced<Long>> bytes(Text text) {
    return Optional.of(text)
        .filter(written -> !Hole.in(written))
        .flatMap(written -> Quantity.bytes(written.value()))
        .filter(size -> size > 0)
        .map(size -> new Sourced<>(size, text.span()));
  }
}
