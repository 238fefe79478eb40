package dev.nginxlint.lower.compose;

import dev.nginxlint.lower.compose.ProjectLoader.Loaded;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.EnvFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the compose files among others, and which of them are run together.
///
/// In each directory the file that compose takes by itself makes a project with its override. Any
/// other file is a project of its own if it has all that it refers to, and is laid over the base
/// otherwise, as `-f base -f other` does.
public final class Projects {
  private final SourceSet sources;
  private final ParsedFiles parsed;
  private final ProjectLoader loader;
  private final Map<List<String>, Loaded> loaded = new ConcurrentHashMap<>();

  private Projects(SourceSet sources) {
    this.sources = sources;
    this.parsed = new ParsedFiles(sources);
    this.loader = new ProjectLoader(parsed);
  }

  /// The projects of a deployment, by directory.
  public static List<ComposeProject> find(SourceSet sources) {
    Projects projects = new Projects(sources);
    return roots(
        Parallel.map(projects.candidates(), projects::directory).stream()
            .flatMap(List::stream)
            .toList());
  }

  /// Compose files by directory, in the order of their names.
  private List<List<String>> candidates() {
    Map<String, List<String>> byDirectory =
        Parallel.map(sources.files(), this::candidates).stream()
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.groupingBy(Paths::parent, TreeMap::new, Collectors.toList()));
    return List.copyOf(byDirectory.values());
  }

  /// A file itself, or those of any names that `COMPOSE_FILE` in a `.env` tells beside it.
  private List<String> candidates(String path) {
    if (Paths.name(path).equals(".env")) {
      String directory = Paths.parent(path);
      return told(directory).stream().filter(file -> Paths.parent(file).equals(directory)).toList();
    }
    return isCandidate(path) ? List.of(path) : List.of();
  }

  private boolean isCandidate(String path) {
    String name = Paths.name(path);
    if (ComposeFiles.isNamed(name)) {
      return parsed
          .read(path)
          .filter(p -> ParsedFiles.isCompose(p.tree()) || !p.problems().isEmpty())
          .isPresent();
    }
    return ComposeFiles.mayBe(name)
        && parsed.read(path).filter(p -> ParsedFiles.hasServices(p.tree())).isPresent();
  }

  /// What the compose files of one directory are.
  private List<Loaded> directory(List<String> files) {
    String directory = Paths.parent(files.getFirst());
    List<String> main = main(directory, files);
    Optional<Loaded> project = main.isEmpty() ? Optional.empty() : Optional.of(load(main));
    Set<String> taken = new HashSet<>(project.map(Loaded::paths).orElse(List.of()));
    List<String> incomplete = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    for (String file : files) {
      boolean unused = project.isPresent() && ComposeFiles.OVERRIDES.contains(Paths.name(file));
      if (!taken.contains(file) && !unused) {
        (load(List.of(file)).missing() == 0 ? whole : incomplete).add(file);
      }
    }
    Optional<String> base = main.stream().findFirst().or(() -> ancestor(directory));
    List<Loaded> laid = incomplete.stream().map(file -> over(base, whole, file)).toList();
    List<Loaded> found = new ArrayList<>();
    project.ifPresent(p -> found.add(laid.stream().anyMatch(l -> fills(l, p)) ? p.part() : p));
    whole.forEach(file -> found.add(load(List.of(file))));
    found.addAll(laid);
    return found;
  }

  /// Whether a project has what another one lacks, and begins with the same file.
  private static boolean fills(Loaded laid, Loaded project) {
    return laid.missing() < project.missing()
        && laid.paths().getFirst().equals(project.paths().getFirst());
  }

  /// What `docker compose up` reads in a directory.
  private List<String> main(String directory, List<String> files) {
    List<String> told = told(directory);
    if (!told.isEmpty()) {
      return told;
    }
    Optional<String> base = first(ComposeFiles.BASES, directory);
    if (base.isEmpty()) {
      return files.stream()
          .filter(f -> ComposeFiles.BASES.contains(ComposeFiles.withoutTemplate(Paths.name(f))))
          .findFirst()
          .map(List::of)
          .orElse(List.of());
    }
    List<String> main = new ArrayList<>(base.stream().toList());
    first(ComposeFiles.OVERRIDES, directory).ifPresent(main::add);
    return main;
  }

  private Optional<String> first(List<String> names, String directory) {
    return names.stream()
        .map(name -> Paths.resolve(directory, name))
        .filter(path -> sources.tree().kind(path) == FileTree.Kind.FILE)
        .findFirst();
  }

  /// The files that `COMPOSE_FILE` in `.env` names, if all of them are there (compose-go
  /// cli/options.go, `WithConfigFileEnv`).
  private List<String> told(String directory) {
    Optional<EnvFile> dotEnv = DotEnv.read(sources, Paths.resolve(directory, ".env"), new Diary());
    Optional<Text> files = dotEnv.flatMap(env -> env.value("COMPOSE_FILE"));
    if (files.isEmpty() || files.get().isEmpty()) {
      return List.of();
    }
    String separator =
        dotEnv
            .flatMap(env -> env.value("COMPOSE_PATH_SEPARATOR"))
            .map(Text::value)
            .filter(text -> !text.isEmpty())
            .orElse(":");
    List<String> paths = new ArrayList<>();
    for (String file : files.get().value().split(Pattern.quote(separator), -1)) {
      paths.add(Paths.resolve(directory, file));
    }
    boolean all = paths.stream().allMatch(p -> sources.tree().kind(p) == FileTree.Kind.FILE);
    return all ? paths : List.of();
  }

  private Loaded load(List<String> paths) {
    return loaded.computeIfAbsent(paths, loader::load);
  }

  private Optional<String> ancestor(String directory) {
    String at = directory;
    while (!at.equals("/")) {
      at = Paths.parent(at);
      Optional<String> base = first(ComposeFiles.BASES, at);
      if (base.isPresent()) {
        return base;
      }
    }
    return Optional.empty();
  }

  /// The file laid over the base, or over the first other one that has services of its names; by
  /// itself if that gives it nothing.
  private Loaded over(Optional<String> base, List<String> siblings, String file) {
    Loaded alone = load(List.of(file));
    List<String> bases = new ArrayList<>(base.stream().toList());
    siblings.stream().filter(sibling -> shares(sibling, alone)).forEach(bases::add);
    for (String under : bases) {
      Loaded laid = load(List.of(under, file));
      if (laid.missing() < alone.missing()) {
        return laid.missing() == 0 ? laid : laid.part();
      }
    }
    return alone.part();
  }

  private boolean shares(String base, Loaded file) {
    Set<String> services = load(List.of(base)).project().services().keySet();
    return file.project().services().keySet().stream().anyMatch(services::contains);
  }

  /// The projects less those that are only parts of others; what compose takes by itself is one
  /// even if another extends it.
  private static List<ComposeProject> roots(List<Loaded> found) {
    Set<String> parts = new HashSet<>();
    Set<String> included = new HashSet<>();
    for (Loaded project : found) {
      project.paths().stream().skip(1).forEach(parts::add);
      included.addAll(project.included());
    }
    return found.stream()
        .filter(project -> isRoot(project, parts))
        .filter(project -> !isIncluded(project, included, found))
        .map(Loaded::project)
        .filter(p -> !p.services().isEmpty() || p.incomplete().isPresent())
        .toList();
  }

  private static boolean isRoot(Loaded project, Set<String> parts) {
    Optional<String> first = project.paths().stream().findFirst();
    return first.isPresent()
        && (ComposeFiles.BASES.contains(Paths.name(first.get())) || !parts.contains(first.get()));
  }

  /// Whether a project is wholly in another one: with an override of its own it is more than what
  /// is included, and made to be run alone.
  private static boolean isIncluded(Loaded project, Set<String> included, List<Loaded> found) {
    String first = project.paths().getFirst();
    return included.contains(first)
        && found.stream()
            .anyMatch(
                other ->
                    !other.equals(project)
                        && other.included().contains(first)
                        && other.paths().containsAll(project.paths()));
  }
}
