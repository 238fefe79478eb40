package dev.nginxlint.link;

import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which parts are one deployment.
///
/// A host runs the projects that lie in its file system. Files for a host that stand beside a
/// project, or nearest to it, are for the host that runs it; where a folder holds several projects,
/// variants of one another as a rule, each makes a deployment with them. What somebody says goes
/// before all that.
final class Grouping {
  /// How many folders may lie between the files of a host and a project.
  private static final int FAR = 3;

  private final List<Part> hosts;
  private final List<Part> loose;
  private final List<Part> projects;
  private final List<Part> images;

  private Grouping(List<Part> parts) {
    this.hosts = parts.stream().filter(part -> part.kind() == Part.Kind.HOST).toList();
    this.loose = parts.stream().filter(part -> part.kind() == Part.Kind.LOOSE).toList();
    this.images = parts.stream().filter(part -> part.kind() == Part.Kind.IMAGE).toList();
    this.projects = parts.stream().filter(part -> part.kind() == Part.Kind.PROJECT).toList();
  }

  /// The deployments that some parts make.
  static List<Part> of(List<Part> parts) {
    return new Grouping(parts).groups();
  }

  /// The deployments of parts that somebody says are one: of several in one folder, variants of one
  /// another, every one has its turn.
  static List<Part> joined(List<Part> parts) {
    Map<String, List<Part>> projects = new TreeMap<>();
    Map<String, List<Part>> files = new TreeMap<>();
    for (Part part : parts) {
      (part.kind() == Part.Kind.PROJECT ? projects : files)
          .computeIfAbsent(part.folder(), _ -> new ArrayList<>())
          .add(part);
    }
    int variants =
        Stream.concat(projects.values().stream(), files.values().stream())
            .mapToInt(List::size)
            .max()
            .orElse(0);
    return IntStream.range(0, variants).mapToObj(turn -> joined(projects, files, turn)).toList();
  }

  private static Part joined(
      Map<String, List<Part>> projects, Map<String, List<Part>> files, int turn) {
    Optional<Part> project = chosen(projects, turn).reduce(Part::with);
    return Stream.concat(
            project.stream(),
            chosen(files, turn)
                .map(part -> project.map(all -> Implied.beside(part, all)).orElse(part)))
        .reduce(Part::with)
        .orElseThrow();
  }

  private static Stream<Part> chosen(Map<String, List<Part>> variants, int turn) {
    return variants.values().stream().map(some -> some.get(Math.min(turn, some.size() - 1)));
  }

  private List<Part> groups() {
    List<Part> groups = new ArrayList<>(images);
    for (Part host : hosts) {
      groups.add(projects.stream().reduce(host, Part::with));
    }
    Set<Part> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    taken.addAll(hosts.isEmpty() ? List.of() : projects);
    for (Part files : loose) {
      List<Part> beside = hosts.isEmpty() ? beside(files) : List.of();
      beside.forEach(project -> groups.add(project.with(Implied.beside(files, project))));
      taken.addAll(beside);
      if (beside.isEmpty()) {
        groups.add(files);
      }
    }
    projects.stream().filter(project -> !taken.contains(project)).forEach(groups::add);
    return groups;
  }

  private List<Part> beside(Part files) {
    int nearest = FAR;
    List<Part> found = new ArrayList<>();
    for (Part project : projects) {
      int distance = distance(files.folder(), project.folder());
      if (distance < nearest) {
        found.clear();
        nearest = distance;
      }
      if (distance == nearest) {
        found.add(project);
      }
    }
    return found;
  }

  /// How many folders lie between two of which one holds the other; many if neither does.
  private static int distance(String one, String other) {
    boolean related = Paths.within(one, other) || Paths.within(other, one);
    return related ? Math.abs(Paths.depth(one) - Paths.depth(other)) : Integer.MAX_VALUE;
  }
}
