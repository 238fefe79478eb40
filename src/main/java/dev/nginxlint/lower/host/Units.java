package dev.nginxlint.lower.host;

import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.SourceSet.Reading;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.UnitTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The units that a manager finds along its search path, by the rules of systemd.unit(5).
public final class Units {
  /// Where the system manager looks, the strongest directory first (`systemd-analyze unit-paths`).
  public static final List<String> SEARCH_PATH =
      List.of(
          "/etc/systemd/system.control",
          "/run/systemd/system.control",
          "/run/systemd/transient",
          "/run/systemd/generator.early",
          "/etc/systemd/system",
          "/etc/systemd/system.attached",
          "/run/systemd/system",
          "/run/systemd/system.attached",
          "/run/systemd/generator",
          "/usr/local/lib/systemd/system",
          "/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/run/systemd/generator.late");

  /// Where the manager of a user looks beside the user's own folders.
  private static final List<String> OF_ALL_USERS =
      List.of(
          "/etc/xdg/systemd/user",
          "/etc/systemd/user",
          "/run/systemd/user",
          "/usr/local/share/systemd/user",
          "/usr/share/systemd/user",
          "/usr/local/lib/systemd/user",
          "/lib/systemd/user",
          "/usr/lib/systemd/user");

  private final SourceSet files;
  private final FileTree tree;
  private final List<String> directories;
  private final Manager manager;
  private final Map<String, Set<String>> below = new LinkedHashMap<>();
  private final UnitFiles found;

  private Units(SourceSet files, List<String> directories, Manager manager) {
    this.manager = manager;
    this.files = files;
    this.tree = files.tree();
    this.directories = directories;
    for (String directory : directories) {
      below.put(directory, Set.copyOf(tree.list(directory)));
    }
    this.found = new UnitFiles(tree, directories);
  }

  /// The units of the system manager of a machine.
  public static Units of(SourceSet machine) {
    return new Units(machine, SEARCH_PATH, Manager.SYSTEM);
  }

  /// The units of the manager of a user.
  ///
  /// @param own the user's own folders, the strongest first
  static Units of(SourceSet machine, List<String> own, Manager manager) {
    return new Units(machine, Stream.concat(own.stream(), OF_ALL_USERS.stream()).toList(), manager);
  }

  /// The units of a folder of files, one search path for each directory that holds some.
  public static List<Units> loose(SourceSet repository) {
    TreeSet<String> directories = new TreeSet<>();
    for (String path : repository.files()) {
      String parent = Paths.parent(path);
      if (UnitName.parse(Paths.name(path)).isPresent()) {
        directories.add(parent);
      } else if (path.endsWith(".conf") && owner(Paths.name(parent), ".d").isPresent()) {
        directories.add(Paths.parent(parent));
      }
    }
    return directories.stream().map(found -> in(repository, found)).toList();
  }

  /// The units among the files of one directory.
  public static Units in(SourceSet repository, String directory) {
    return new Units(repository, List.of(directory), UserManagers.of(directory));
  }

  /// The names that have a file or a link, templates and aliases among them, sorted.
  public List<UnitName> names() {
    return found.names();
  }

  /// The name under which a unit is loaded that may have several.
  UnitName canonical(UnitName name) {
    return found.find(name).map(file -> file.names().getFirst()).orElse(name);
  }

  /// The unit of a name.
  public Unit load(UnitName name) {
    Optional<UnitFiles.Found> file = found.find(name);
    List<UnitName> own = file.map(UnitFiles.Found::names).orElse(List.of(name));
    List<UnitTree> parts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Unit.State state =
        file.map(main -> read(main.path(), parts, problems)).orElse(Unit.State.MISSING);
    return switch (state) {
      case MASKED, UNREADABLE -> new Unit(own.getFirst(), state, manager, List.of(), problems);
      case LOADED, MISSING -> {
        dropIns(own).forEach(path -> read(path, parts, problems));
        yield new Unit(own.getFirst(), state, manager, parts, problems);
      }
    };
  }

  /// What is started with other units by links, masked links left out; sorted by unit.
  public List<Wanted> wanted() {
    Map<String, Wanted> links = new TreeMap<>();
    for (String directory : directories) {
      for (String name : tree.list(directory)) {
        Optional<UnitName> by = owner(name, ".wants").or(() -> owner(name, ".requires"));
        String path = Paths.resolve(directory, name);
        by.ifPresent(unit -> wants(path, unit).forEach(link -> links.putIfAbsent(key(link), link)));
      }
    }
    return links.values().stream()
        .filter(link -> !found.masks(link.path()) && !link.unit().isTemplate())
        .sorted((one, other) -> one.unit().compareTo(other.unit()))
        .toList();
  }

  private Stream<Wanted> wants(String directory, UnitName by) {
    return tree.list(directory).stream()
        .flatMap(
            file ->
                UnitName.parse(file).stream()
                    .map(unit -> new Wanted(unit, by, Paths.resolve(directory, file))));
  }

  /// One link of a stronger directory hides its namesakes in weaker ones.
  private static String key(Wanted link) {
    return Paths.name(Paths.parent(link.path())) + "/" + Paths.name(link.path());
  }

  private static Optional<UnitName> owner(String directory, String suffix) {
    return directory.endsWith(suffix)
        ? UnitName.parse(directory.substring(0, directory.length() - suffix.length()))
        : Optional.empty();
  }

  /// The drop-ins for all names of a unit, sorted by file name; of two with one name the stronger
  /// directory's counts.
  private List<String> dropIns(List<UnitName> names) {
    Map<String, String> byName = new TreeMap<>();
    for (UnitName name : names) {
      List<String> own = DropInDirectories.of(name);
      directories.forEach(above -> own.forEach(folder -> collect(above, folder, byName)));
    }
    directories.forEach(above -> collect(above, names.getFirst().type() + ".d", byName));
    return List.copyOf(byName.values());
  }

  private void collect(String above, String name, Map<String, String> byName) {
    if (!below.getOrDefault(above, Set.of()).contains(name)) {
      return;
    }
    String directory = Paths.resolve(above, name);
    for (String file : tree.list(directory)) {
      String path = Paths.resolve(directory, file);
      boolean counts = file.endsWith(".conf") && !file.startsWith(".");
      if (counts && tree.kind(path) != FileTree.Kind.DIRECTORY) {
        byName.putIfAbsent(file, path);
      }
    }
  }

  private Unit.State read(String path, List<UnitTree> parts, List<Problem> problems) {
    if (found.masks(path)) {
      return Unit.State.MASKED;
    }
    if (tree.kind(path) == FileTree.Kind.OUTSIDE) {
      SourceFile file = new SourceFile(files.shown(path), "");
      problems.add(new Problem(file.span(), "is a link that leads out of the tree"));
      return Unit.State.UNREADABLE;
    }
    return switch (files.read(path)) {
      case Reading.Absent _ -> Unit.State.MISSING;
      case Reading.Unreadable(SourceFile file, String why) -> {
        problems.add(new Problem(file.span(), why));
        yield Unit.State.UNREADABLE;
      }
      case Reading.Read(SourceFile file) when file.text().isEmpty() -> Unit.State.MASKED;
      case Reading.Read(SourceFile file) -> {
        Parsed<UnitTree> parsed = UnitParser.parse(file);
        parts.add(parsed.tree());
        problems.addAll(parsed.problems());
        boolean undecided =
            parsed.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.TEMPLATE);
        yield undecided ? Unit.State.UNREADABLE : Unit.State.LOADED;
      }
    };
  }
}
