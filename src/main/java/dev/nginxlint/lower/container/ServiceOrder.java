package dev.nginxlint.lower.container;

import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Composed;
import dev.nginxlint.stack.Process;
import dev.nginxlint.syntax.compose.Lifecycle;
import dev.nginxlint.syntax.compose.Lifecycle.Condition;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Wiring;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// In which order compose starts the services of a project.
record ServiceOrder(ComposeProject project, ContainerPlaces places) {
  Composed of(Service service, Process process) {
    Set<String> before = new LinkedHashSet<>();
    collect(service, before);
    Set<String> waits =
        Stream.concat(Stream.of(service.name().value()), before.stream())
            .map(name -> Optional.ofNullable(project.services().get(name)))
            .flatMap(Optional::stream)
            .flatMap(other -> other.lifecycle().dependsOn().stream())
            .filter(other -> other.condition() != Condition.STARTED && other.required())
            .map(other -> other.service().value())
            .collect(Collectors.toSet());
    return new Composed(
        process,
        service.at(),
        service.lifecycle().restart().map(Text::sourced),
        ids(before),
        ids(waits));
  }

  private Set<String> ids(Set<String> services) {
    return services.stream().map(places::id).collect(Collectors.toSet());
  }

  private void collect(Service service, Set<String> before) {
    needed(service)
        .filter(before::add)
        .map(name -> Optional.ofNullable(project.services().get(name)))
        .flatMap(Optional::stream)
        .forEach(other -> collect(other, before));
  }

  /// What a service cannot do without comes first, said or not.
  private static Stream<String> needed(Service service) {
    Stream<String> network =
        service.wiring().networking() instanceof Networking.OfService(Text other)
            ? Stream.of(other.value())
            : Stream.empty();
    return Stream.of(
            service.lifecycle().dependsOn().stream()
                .map(Lifecycle.Dependency::service)
                .map(name -> name.value()),
            service.wiring().links().stream().map(Wiring.Link::service).map(Text::value),
            service.storage().volumesFrom().stream().map(name -> name.value().split(":", 2)[0]),
            network)
        .flatMap(names -> names);
  }
}
