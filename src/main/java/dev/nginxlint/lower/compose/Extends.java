package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays services over the ones that they extend (compose-go loader/extends.go).
final class Extends {
  /// More links of a chain than anybody writes.
  private static final int LONGEST = 100;

  /// The service that is extended, and the file that holds it if it is another one.
  private record Base(Text service, Optional<Text> file) {}

  private final Loading loading;
  private final String path;
  private final Map<String, Mapping> others = new HashMap<>();
  private final Map<String, Node> done = new HashMap<>();

  Extends(Loading loading, String path) {
    this.loading = loading;
    this.path = path;
  }

  /// The model with every `extends` followed.
  Mapping apply(Mapping root) {
    List<Entry> sections = new ArrayList<>();
    for (Entry section : root.entries()) {
      boolean services = section.key().value().equals("services");
      sections.add(
          services && section.value() instanceof Mapping mapping
              ? section.with(services(mapping))
              : section);
    }
    return root.with(sections);
  }

  private Mapping services(Mapping services) {
    List<Entry> extended = new ArrayList<>();
    for (Entry service : services.entries()) {
      extended.add(
          service.value() instanceof Mapping
              ? service.with(resolved(service, services, path, new HashSet<>()))
              : service);
    }
    return services.with(extended);
  }

  private Node resolved(Entry service, Mapping services, String file, Set<String> trail) {
    String key = file + "#" + service.key().value();
    Node known = done.get(key);
    if (known == null) {
      known =
          service.value() instanceof Mapping own && base(own).isPresent()
              ? extended(service.key(), own, key, services, file, trail)
              : service.value();
      done.put(key, known);
    }
    return known;
  }

  private Mapping extended(
      Sourced<String> name,
      Mapping own,
      String key,
      Mapping services,
      String file,
      Set<String> trail) {
    Mapping bare =
        own.with(own.entries().stream().filter(e -> !e.key().value().equals("extends")).toList());
    if (trail.size() == LONGEST || !trail.add(key)) {
      loading.diary().refuse(name.at(), "this service extends itself in a circle");
      return bare;
    }
    return found(base(own).orElseThrow(), services, file, trail)
        .map(under -> new Merge(loading.diary()).services(under, bare))
        .orElse(bare);
  }

  private static Optional<Base> base(Mapping service) {
    Optional<Node> written = service.get("extends");
    if (written.isPresent() && written.get() instanceof Mapping mapping) {
      Optional<Text> file = text(mapping.get("file"));
      return text(mapping.get("service")).map(name -> new Base(name, file));
    }
    return text(written).map(name -> new Base(name, Optional.empty()));
  }

  private static Optional<Text> text(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Scalar scalar && !Forms.isNull(scalar)
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private Optional<Mapping> found(Base base, Mapping services, String file, Set<String> trail) {
    Optional<String> elsewhere =
        base.file.flatMap(text -> loading.path(text, "a service extends one of"));
    if (base.file.isPresent() && elsewhere.isEmpty()) {
      return Optional.empty();
    }
    String where = elsewhere.orElse(file);
    if (elsewhere.isPresent() && loading.parsed().read(where).isEmpty()) {
      loading
          .diary()
          .incomplete("a service extends one of " + base.file.get() + ", which is not here");
      return Optional.empty();
    }
    Mapping there = elsewhere.map(this::servicesOf).orElse(services);
    Optional<Entry> under = there.entry(base.service.value());
    if (under.isEmpty()) {
      loading
          .diary()
          .refuse(base.service.span(), "there is no service \"" + base.service + "\" to extend");
      return Optional.empty();
    }
    return resolved(under.get(), there, where, trail) instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /// The services of another file, with paths that count from our directory.
  private Mapping servicesOf(String other) {
    Mapping known = others.get(other);
    if (known == null) {
      Mapping model = loading.alone(other);
      Mapping rebased = Rebase.model(model, Paths.parent(other), loading.locations().directory());
      known =
          rebased.get("services").orElse(model) instanceof Mapping services
              ? services
              : model.with(List.of());
      others.put(other, known);
    }
    return known;
  }
}
