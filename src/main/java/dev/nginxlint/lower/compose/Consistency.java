package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.ComposeModel;
import dev.nginxlint.syntax.compose.Lifecycle.Dependency;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Networking.Attachment;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Storage.Grant;
import dev.nginxlint.syntax.compose.Wiring.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What compose refuses of a model that can be read (compose-go loader/validate.go).
final class Consistency {
  private final ComposeModel model;
  private final List<Problem> missing = new ArrayList<>();
  private final List<Problem> contradictions = new ArrayList<>();

  private Consistency(ComposeModel model) {
    this.model = model;
  }

  static Consistency of(ComposeModel model) {
    Consistency consistency = new Consistency(model);
    model.services().values().forEach(consistency::service);
    consistency.containerNames();
    consistency.circles();
    return consistency;
  }

  /// What the model refers to and does not have: another file may have it.
  List<Problem> missing() {
    return List.copyOf(missing);
  }

  /// What no further file can mend.
  List<Problem> contradictions() {
    return List.copyOf(contradictions);
  }

  private void service(Service service) {
    if (service.image().isEmpty() && service.build().isEmpty() && service.provider().isEmpty()) {
      missing.add(
          new Problem(
              service.at(),
              "service \"%s\" has neither an image nor a build".formatted(service.name().value())));
    }
    switch (service.wiring().networking()) {
      case Networking.Networks(List<Attachment> attachments) -> attachments.forEach(this::network);
      case Networking.OfService(Text other) -> service(other.sourced());
      case Networking.Host _, Networking.None _, Networking.OfContainer _, Networking.Other _ -> {}
    }
    for (Mount mount : service.storage().mounts()) {
      if (mount.source() instanceof Mount.Source.Volume(Text name)) {
        defined("volume", name.sourced(), model.volumes());
      }
    }
    for (Dependency dependency : service.lifecycle().dependsOn()) {
      if (dependency.required()) {
        service(dependency.service());
      }
    }
    for (Link link : service.wiring().links()) {
      service(link.service().sourced());
    }
    for (Grant grant : service.storage().configs()) {
      defined("config", grant.source().sourced(), model.configs());
    }
    for (Grant grant : service.storage().secrets()) {
      defined("secret", grant.source().sourced(), model.secrets());
    }
  }

  private void network(Attachment attachment) {
    if (!attachment.network().value().equals("default")) {
      defined("network", attachment.network(), model.networks());
    }
  }

  private void service(Sourced<String> name) {
    defined("service", name, model.services());
  }

  private void defined(String what, Sourced<String> name, Map<String, ?> known) {
    if (!known.containsKey(name.value()) && !Hole.in(name.value())) {
      missing.add(new Problem(name.at(), "there is no %s \"%s\"".formatted(what, name.value())));
    }
  }

  private void containerNames() {
    Map<String, Service> named = new HashMap<>();
    for (Service service : model.services().values()) {
      service
          .wiring()
          .containerName()
          .filter(name -> !Hole.in(name))
          .ifPresent(name -> containerName(name, service, named));
    }
  }

  private void containerName(Text name, Service service, Map<String, Service> named) {
    Service other = named.putIfAbsent(name.value(), service);
    if (other != null) {
      contradict(
          name.span(),
          "service \"%s\" has this container_name as well".formatted(other.name().value()));
    }
    boolean many = service.lifecycle().replicas().map(n -> n.value() > 1).orElse(false);
    if (many) {
      contradict(name.span(), "several containers cannot have one container_name");
    }
  }

  /// Starts what can be started; whoever follows the rest from one to the next walks in a circle.
  private void circles() {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<String>> awaitedBy = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (Service service : model.services().values()) {
      String name = service.name().value();
      List<Dependency> real = dependencies(service);
      real.forEach(
          d -> awaitedBy.computeIfAbsent(d.service().value(), _ -> new ArrayList<>()).add(name));
      waiting.put(name, real.size());
      if (real.isEmpty()) {
        ready.add(name);
      }
    }
    while (!ready.isEmpty()) {
      String started = ready.poll();
      waiting.remove(started);
      for (String next : awaitedBy.getOrDefault(started, List.of())) {
        if (waiting.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    model.services().keySet().stream()
        .filter(waiting::containsKey)
        .findFirst()
        .ifPresent(name -> walk(name, waiting.keySet()));
  }

  private List<Dependency> dependencies(Service service) {
    return service.lifecycle().dependsOn().stream()
        .filter(d -> model.services().containsKey(d.service().value()))
        .toList();
  }

  private void walk(String from, Set<String> stuck) {
    Set<String> seen = new HashSet<>();
    Sourced<String> at = model.services().get(from).name();
    while (seen.add(at.value())) {
      at =
          dependencies(model.services().get(at.value())).stream()
              .map(Dependency::service)
              .filter(next -> stuck.contains(next.value()))
              .findFirst()
              .orElseThrow();
    }
    contradict(at.at(), "services wait for each other in a circle");
  }

  private void contradict(Span at, String why) {
    contradictions.add(new Problem(at, why));
  }
}
