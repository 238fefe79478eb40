package dev.nginxlint.source;

import dev.nginxlint.source.Snapshots.Asked;
import dev.nginxlint.source.SourceSet.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// From the paths of a command line to the deployments that they mean.
///
/// A folder that holds `etc/nginx` is the root of a machine, and so is the folder above the `etc`
/// for a path that is an `etc/nginx` or lies beneath one: `/etc/nginx` means the running machine,
/// and so does `/usr/local/etc/nginx`. All other paths form one repository, whose root is the
/// nearest folder that holds them.
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

  /// What came on the standard input.
  ///
  /// @param name the file that it is to be taken for, as it was given
  public record Typed(Optional<Path> name, String text) {}

  /// What somebody asks to have judged.
  ///
  /// @param root the root of a machine that all paths belong to
  /// @param whereabouts where machines keep what is not where one looks for it
  public record Request(
      List<Path> paths, Optional<Path> root, Optional<Typed> typed, Whereabouts whereabouts) {}

  private final Path workingDirectory;
  private final Map<Path, List<Asked>> hosts = new TreeMap<>();
  private final List<Asked> repository = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private final List<Dump> dumps = new ArrayList<>();
  private Optional<Snapshots.Edited> edited = Optional.empty();

  private Discovery(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /// The deployments meant by some paths; by none of them, the one in the working directory.
  ///
  /// @param root the root of a machine that all paths belong to
  public static Discovered discover(List<Path> paths, Optional<Path> root, Path workingDirectory) {
    return discover(
        new Request(paths, root, Optional.empty(), Whereabouts.USUAL), workingDirectory);
  }

  /// The deployments that a request means.
  public static Discovered discover(Request request, Path workingDirectory) {
    return new Discovery(workingDirectory).answer(request);
  }

  private Discovered answer(Request request) {
    List<Path> given = new ArrayList<>(request.paths());
    List<SourceSet> sets = new ArrayList<>();
    request.typed().ifPresent(typed -> typed(typed, given).ifPresent(sets::add));
    if (given.isEmpty() && request.root().isEmpty() && request.typed().isEmpty()) {
      given.add(Path.of(""));
    }
    List<Asked> asked =
        given.stream()
            .map(this::asked)
            .sorted((a, b) -> a.at().compareTo(b.at()))
            .filter(path -> !isDump(path))
            .toList();
    request
        .root()
        .map(this::asked)
        .ifPresentOrElse(host -> beneath(host, asked), () -> sort(asked));
    Snapshots snapshots = new Snapshots(workingDirectory, edited, request.whereabouts());
    boolean within = request.root().isPresent() && dumps.size() == 1;
    hosts.forEach(
        (at, starts) ->
            sets.add(
                within
                    ? snapshots.dumped(at, starts, dumps.getFirst())
                    : snapshots.host(at, starts)));
    if (!within) {
      dumps.forEach(dump -> sets.add(dump.alone()));
    }
    if (!repository.isEmpty()) {
      sets.add(snapshots.repository(repository));
    }
    return new Discovered(sets, refusals);
  }

  /// What was typed is a dump, or a file of those that are given, or else one of nginx by itself.
  private Optional<SourceSet> typed(Typed typed, List<Path> given) {
    Optional<Dump> dump = Dump.of(typed.text());
    dump.ifPresent(dumps::add);
    if (dump.isPresent()) {
      return Optional.empty();
    }
    if (typed.name().isEmpty()) {
      return Optional.of(SourceSet.alone(typed.text()));
    }
    Asked file = asked(typed.name().get());
    edited = Optional.of(new Snapshots.Edited(file.at(), typed.text()));
    given.add(file.given());
    return Optional.empty();
  }

  private boolean isDump(Asked path) {
    Optional<Dump> dump =
        Files.isRegularFile(path.at()) && !isEdited(path.at()) ? dump(path.at()) : Optional.empty();
    dump.ifPresent(dumps::add);
    return dump.isPresent();
  }

  private static Optional<Dump> dump(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(Dump.BEGINNING);
      if (!Dump.begins(SourceSet.decode(beginning))) {
        return Optional.empty();
      }
      byte[] rest = in.readNBytes(Contents.LARGEST + 1 - beginning.length);
      byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
      System.arraycopy(rest, 0, all, beginning.length, rest.length);
      return all.length > Contents.LARGEST ? Optional.empty() : Dump.of(SourceSet.decode(all));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean isEdited(Path path) {
    return edited.filter(file -> file.at().equals(path)).isPresent();
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
      return Optional.of(rootOf(at));
    }
    return Stream.iterate(at, path -> path.getParent() != null, Path::getParent)
        .filter(path -> path.endsWith("etc/nginx"))
        .findFirst()
        .map(path -> rootOf(path.getParent().getParent()));
  }

  /// FreeBSD's ports and Homebrew have an `etc` of their own beneath that of the machine.
  private static Path rootOf(Path folder) {
    return folder.endsWith("usr/local") || folder.endsWith("opt/homebrew")
        ? folder.getParent().getParent()
        : folder;
  }

  private boolean readable(Asked path) {
    if (isEdited(path.at())) {
      return true;
    }
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
}
