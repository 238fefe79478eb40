package dev.nginxlint.source;

import dev.nginxlint.source.SourceSet.Layout;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// From the paths of a command line to the deployments that they mean.
///
/// A folder that holds `etc/nginx` is the root of a machine, and so is the folder above the `etc`
/// for a path that is an `etc/nginx` or lies beneath one: `/etc/nginx` means the running machine.
/// All other paths form one repository, whose root is the nearest folder that holds them.
public final class Discovery {
  /// A path that cannot be judged, as it was given, and why: a phrase to follow `path: `.
  public record Refusal(Path path, String why) {}

  /// The deployments that were meant, machines first, and the paths that mean none.
  public record Discovered(List<SourceSet> sets, List<Refusal> refusals) {
    public Discovered {
      sets = List.copyOf(sets);
      refusals = List.copyOf(refusals);
    }
  }

  /// A path as it was given, and where that is.
  private record Asked(Path given, Path at) {
    Path folder() {
      return Files.isDirectory(at) || at.getParent() == null ? at : at.getParent();
    }

    /// Where it really is, links followed.
    Asked real() {
      try {
        return new Asked(given, at.toRealPath());
      } catch (IOException _) {
        return this;
      }
    }
  }

  private final Path workingDirectory;
  private final Map<Path, List<Asked>> hosts = new TreeMap<>();
  private final List<Asked> repository = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private Discovery(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /// The deployments meant by some paths; by none of them, the one in the working directory.
  ///
  /// @param root the root of a machine that all paths belong to
  public static Discovered discover(List<Path> paths, Optional<Path> root, Path workingDirectory) {
    Discovery discovery = new Discovery(workingDirectory);
    List<Path> given = paths.isEmpty() && root.isEmpty() ? List.of(Path.of("")) : paths;
    List<Asked> asked =
        given.stream().map(discovery::asked).sorted((a, b) -> a.at().compareTo(b.at())).toList();
    root.map(discovery::asked)
        .ifPresentOrElse(host -> discovery.beneath(host, asked), () -> discovery.sort(asked));
    List<SourceSet> sets = new ArrayList<>();
    discovery.hosts.forEach((at, within) -> sets.add(discovery.host(at, within)));
    if (!discovery.repository.isEmpty()) {
      sets.add(discovery.repository());
    }
    return new Discovered(sets, discovery.refusals);
  }

  private Asked asked(Path given) {
    return new Asked(given, workingDirectory.resolve(given).normalize());
  }

  /// All paths belong to one machine.
  private void beneath(Asked host, List<Asked> asked) {
    if (!readable(host)) {
      return;
    }
    if (!Files.isDirectory(host.at())) {
      refuse(host, "not a folder");
      return;
    }
    List<Asked> within = new ArrayList<>(List.of(host));
    for (Asked path : asked) {
      if (!path.at().startsWith(host.at())) {
        refuse(path, "not beneath the root " + host.given());
      } else if (readable(path)) {
        within.add(path);
      }
    }
    hosts.put(host.at(), within);
  }

  /// Each path goes where it belongs.
  private void sort(List<Asked> asked) {
    List<Asked> others = new ArrayList<>();
    for (Asked path : asked) {
      if (readable(path)) {
        hostOf(path.at())
            .map(root -> hosts.computeIfAbsent(root, _ -> new ArrayList<>()))
            .orElse(others)
            .add(path);
      }
    }
    for (Asked path : others) {
      hosts.entrySet().stream()
          .filter(host -> path.at().startsWith(own(host.getKey())))
          .reduce((_, deeper) -> deeper)
          .map(Map.Entry::getValue)
          .orElse(repository)
          .add(path);
    }
  }

  /// Beneath which folder every path belongs to a machine: the running one holds repositories too.
  private static Path own(Path root) {
    return root.getParent() == null ? root.resolve("etc") : root;
  }

  private static Optional<Path> hostOf(Path at) {
    if (SourceSet.layoutOf(new DiskTree(at, Layout.HOST)) == Layout.HOST) {
      return Optional.of(at);
    }
    return Stream.iterate(at, path -> path.getParent() != null, Path::getParent)
        .filter(path -> path.endsWith("etc/nginx"))
        .findFirst()
        .map(path -> path.getParent().getParent());
  }

  private boolean readable(Asked path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path.at(), BasicFileAttributes.class);
      if (!found.isRegularFile() && !found.isDirectory()) {
        return refuse(path, "neither a regular file nor a folder");
      }
      return true;
    } catch (NoSuchFileException _) {
      return refuse(path, "no such file or folder");
    } catch (AccessDeniedException _) {
      return refuse(path, "permission denied");
    } catch (FileSystemException e) {
      return refuse(path, e.getReason());
    } catch (IOException e) {
      return refuse(path, e.getMessage());
    }
  }

  private boolean refuse(Asked path, String why) {
    refusals.add(new Refusal(path.given(), why));
    return false;
  }

  private SourceSet host(Path root, List<Asked> within) {
    DiskTree tree = new DiskTree(root, Layout.HOST);
    List<String> starts = within.stream().map(path -> inside(root, path)).toList();
    UnaryOperator<String> shown = shown(root, within);
    Machine machine = new Machine(tree, starts, shown.apply("/"));
    boolean running = root.getParent() == null;
    return new SourceSet(Layout.HOST, tree, running ? machine::running : machine::elsewhere, shown);
  }

  private SourceSet repository() {
    Path folder = repository.stream().map(Asked::folder).reduce(Discovery::common).orElseThrow();
    Path root =
        repository.stream()
            .filter(path -> leaves(folder, path))
            .map(path -> path.real().folder())
            .reduce(folder, Discovery::common);
    DiskTree tree = new DiskTree(root, Layout.REPOSITORY);
    List<String> starts = repository.stream().map(path -> inside(root, path)).toList();
    UnaryOperator<String> shown = shown(root, repository);
    return new SourceSet(
        Layout.REPOSITORY,
        tree,
        () -> {
          Walk walk = new Walk(tree, List.of(), Walk.ENTRIES);
          walk.beneath(starts, Integer.MAX_VALUE);
          return walk.listing(shown.apply("/"));
        },
        shown);
  }

  /// Whether a path is reached through a link that leads out of a folder.
  private static boolean leaves(Path folder, Asked path) {
    DiskTree tree = new DiskTree(folder, Layout.REPOSITORY);
    return tree.kind(inside(folder, path)) == FileTree.Kind.OUTSIDE;
  }

  private static Path common(Path one, Path other) {
    return Stream.iterate(one, Path::getParent).filter(other::startsWith).findFirst().orElseThrow();
  }

  private static String inside(Path root, Asked path) {
    return "/" + slashes(root.relativize(path.at()));
  }

  /// Relative to the working directory for what lies beneath it; for the rest as the paths were
  /// given.
  private UnaryOperator<String> shown(Path root, List<Asked> asked) {
    boolean relative = asked.stream().noneMatch(path -> path.given().isAbsolute());
    boolean atRoot = workingDirectory.getParent() == null;
    return path -> {
      Path file = root.resolve(path.substring(1));
      boolean beneath = !atRoot && file.startsWith(workingDirectory);
      Path name = relative || beneath ? workingDirectory.relativize(file) : file;
      return name.toString().isEmpty() ? "." : slashes(name);
    };
  }

  private static String slashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
