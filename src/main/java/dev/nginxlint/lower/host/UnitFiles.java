package dev.nginxlint.lower.host;

import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.Paths;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which file of a search path stands for a name, and under which other names it goes; the two maps
/// of unit-file.c in systemd.
final class UnitFiles {
  private static final int MAX_LINKS = 8;

  private final FileTree tree;
  private final List<String> directories;
  private final Map<UnitName, Target> targets = new TreeMap<>();

  /// The aliases of the names that files have, sorted.
  private final Map<UnitName, Set<UnitName>> aliases = new HashMap<>();

  UnitFiles(FileTree tree, List<String> directories) {
    this.tree = tree;
    this.directories = directories;
    Set<String> seen = new HashSet<>();
    for (String directory : directories) {
      // /lib is a link to /usr/lib as a rule.
      if (seen.add(tree.real(directory).orElse(directory))) {
        for (String file : tree.list(directory)) {
          UnitName.parse(file).ifPresent(name -> add(name, Paths.resolve(directory, file)));
        }
      }
    }
    targets.forEach(
        (name, target) -> {
          if (target instanceof Target.Alias) {
            main(name).ifPresent(of -> aliases.computeIfAbsent(of, _ -> new TreeSet<>()).add(name));
          }
        });
  }

  /// What the strongest entry for a name is.
  private sealed interface Target {
    record File(String path) implements Target {}

    record Alias(UnitName name) implements Target {}
  }

  /// A unit's file.
  ///
  /// @param names first the name that the file gives it, the instance filled in, then its aliases
  record Found(List<UnitName> names, String path) {}

  /// All names that have a file or a link, sorted.
  List<UnitName> names() {
    return List.copyOf(targets.keySet());
  }

  /// The file for a name: its own, the one it is an alias of, or that of its template.
  Optional<Found> find(UnitName asked) {
    Optional<String> path = path(asked);
    if (path.isEmpty() && asked.isInstance()) {
      path = path(asked.template());
    }
    return path.map(file -> new Found(names(asked, file), file));
  }

  /// Whether a file says that the unit must never start.
  boolean masks(String path) {
    return tree.link(path).filter("/dev/null"::equals).isPresent();
  }

  private void add(UnitName name, String path) {
    Optional<String> target =
        tree.link(path)
            .map(link -> Paths.resolve(Paths.parent(path), link))
            .filter(link -> directories.stream().anyMatch(dir -> Paths.within(dir, link)));
    if (target.isPresent()) {
      UnitName.parse(Paths.name(target.get()))
          .filter(other -> mayBeAlias(name, other))
          .ifPresent(other -> targets.putIfAbsent(name, new Target.Alias(other)));
    } else if (tree.kind(path) != Kind.DIRECTORY) {
      targets.putIfAbsent(name, new Target.File(path));
    }
  }

  /// systemd takes a link for what it is only if both names are of one kind.
  private static boolean mayBeAlias(UnitName name, UnitName other) {
    boolean kind =
        name.isInstance()
            ? other.isTemplate() || other.instance().equals(name.instance())
            : name.instance().equals(other.instance());
    return kind && name.type().equals(other.type()) && !name.equals(other);
  }

  /// Follows aliases from a name that has an entry of its own.
  private Optional<String> path(UnitName name) {
    Optional<Target> target = Optional.ofNullable(targets.get(name));
    for (int links = 0; links < MAX_LINKS && target.isPresent(); links++) {
      switch (target.get()) {
        case Target.File(String path) -> {
          return Optional.of(path);
        }
        case Target.Alias(UnitName other) ->
            target =
                Optional.ofNullable(targets.get(other))
                    .or(() -> Optional.ofNullable(targets.get(other.template())));
      }
    }
    return Optional.empty();
  }

  private List<UnitName> names(UnitName asked, String path) {
    UnitName file = UnitName.parse(Paths.name(path)).orElse(asked);
    Set<UnitName> others = new TreeSet<>(aliases.getOrDefault(asked, Set.of()));
    others.addAll(aliases.getOrDefault(file, Set.of()));
    Set<UnitName> names = new LinkedHashSet<>(List.of(fill(file, asked), asked));
    for (UnitName name : others) {
      Optional<UnitName> main = main(name);
      main.filter(asked::equals).ifPresent(_ -> names.add(name));
      main.filter(file::equals)
          .map(_ -> fill(name, asked))
          .filter(other -> path(other).filter(at -> !at.equals(path)).isEmpty())
          .ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  /// The name of the file that an alias leads to, the instance filled in.
  private Optional<UnitName> main(UnitName alias) {
    return path(alias).flatMap(at -> UnitName.parse(Paths.name(at))).map(file -> fill(file, alias));
  }

  private static UnitName fill(UnitName name, UnitName asked) {
    boolean open = name.isTemplate() && asked.isInstance();
    return open ? name.instantiate(asked.instance().orElse("")) : name;
  }
}
