package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Takes in the models that a file includes, each a project of its own with its own directory and
/// its own `.env` (compose-go loader/include.go).
final class Include {
  private static final List<String> SECTIONS =
      List.of("services", "networks", "volumes", "configs", "secrets");

  private final Loading loading;
  private final String path;

  Include(Loading loading, String path) {
    this.loading = loading;
    this.path = path;
  }

  /// The model with what it includes in it.
  Mapping apply(Mapping root) {
    Optional<Node> written = root.get("include");
    if (written.isEmpty()) {
      return root;
    }
    Mapping whole =
        root.with(root.entries().stream().filter(e -> !e.key().value().equals("include")).toList());
    for (Node item : Forms.list(written.get()).items()) {
      whole = taken(whole, included(item));
    }
    return whole;
  }

  private Mapping included(Node item) {
    List<Text> files = texts(item instanceof Mapping m ? m.get("path") : Optional.of(item));
    List<String> paths = new ArrayList<>();
    files.forEach(f -> loading.path(f, "it includes").ifPresent(paths::add));
    Mapping nothing = new Mapping(List.of(), Optional.empty(), item.at());
    if (paths.isEmpty() || paths.size() < files.size()) {
      return nothing;
    }
    List<String> trail = new ArrayList<>(loading.including());
    trail.add(path);
    if (trail.contains(paths.getFirst())) {
      loading.diary().refuse(item.at(), "this includes itself in a circle");
      return nothing;
    }
    loading.diary().included(paths);
    String directory =
        option(item, "project_directory")
            .flatMap(d -> loading.path(d, "it includes a project of"))
            .orElse(Paths.parent(paths.getFirst()));
    TreeLocations locations = new TreeLocations(loading.locations().layout(), directory);
    Loading inner =
        new Loading(
            loading.parsed(),
            loading.diary(),
            locations,
            loading.variables().orElse(environment(item, directory)),
            Variables.none(),
            trail);
    return Rebase.model(inner.merged(paths), directory, loading.locations().directory());
  }

  private static Optional<Text> option(Node item, String key) {
    return item instanceof Mapping mapping
        ? texts(mapping.get(key)).stream().findFirst()
        : Optional.empty();
  }

  private static List<Text> texts(Optional<Node> node) {
    List<Text> found = new ArrayList<>();
    if (node.isPresent()) {
      for (Node item : Forms.list(node.get()).items()) {
        if (item instanceof Scalar scalar) {
          found.add(scalar.text());
        }
      }
    }
    return found;
  }

  /// The included project's own variables, which give way to ours.
  private Variables environment(Node item, String directory) {
    List<String> paths = new ArrayList<>();
    if (item instanceof Mapping mapping && mapping.get("env_file").isPresent()) {
      texts(mapping.get("env_file"))
          .forEach(t -> loading.path(t, "it includes a project with").ifPresent(paths::add));
    } else {
      paths.add(Paths.resolve(directory, ".env"));
    }
    Variables found = Variables.none();
    for (String file : paths) {
      Optional<EnvFile> read = DotEnv.read(loading.parsed().sources(), file, loading.diary());
      found = read.isPresent() ? read.get().orElse(found) : found;
    }
    return found;
  }

  private Mapping taken(Mapping root, Mapping included) {
    Map<String, Entry> sections = new LinkedHashMap<>();
    root.entries().forEach(e -> sections.put(e.key().value(), e));
    for (String name : SECTIONS) {
      Optional<Entry> from = included.entry(name);
      if (from.isPresent() && from.get().value() instanceof Mapping theirs) {
        Entry ours = sections.getOrDefault(name, from.get().with(theirs.with(List.of())));
        sections.put(name, ours.with(section(ours.value(), theirs)));
      }
    }
    return root.with(List.copyOf(sections.values()));
  }

  private Node section(Node ours, Mapping theirs) {
    if (!(ours instanceof Mapping own)) {
      return theirs;
    }
    List<Entry> entries = new ArrayList<>(own.entries());
    for (Entry entry : theirs.entries()) {
      Optional<Entry> conflict = own.entry(entry.key().value());
      if (conflict.isEmpty()) {
        entries.add(entry);
      } else if (!same(conflict.get().value(), entry.value())) {
        loading
            .diary()
            .refuse(
                conflict.get().key().at(),
                "\"%s\" is in the included %s as well"
                    .formatted(entry.key().value(), entry.key().at().file()));
      }
    }
    return own.with(entries);
  }

  /// Whether two values say the same, wherever they stand.
  private static boolean same(Node one, Node other) {
    return switch (one) {
      case Scalar a ->
          other instanceof Scalar b
              && a.kind() == b.kind()
              && a.canonical().value().equals(b.canonical().value());
      case Sequence a ->
          other instanceof Sequence b
              && a.items().size() == b.items().size()
              && IntStream.range(0, a.items().size())
                  .allMatch(i -> same(a.items().get(i), b.items().get(i)));
      case Mapping a ->
          other instanceof Mapping b
              && a.entries().size() == b.entries().size()
              && a.entries().stream()
                  .allMatch(
                      e ->
                          b.get(e.key().value())
                              .filter(value -> same(e.value(), value))
                              .isPresent());
    };
  }
}
