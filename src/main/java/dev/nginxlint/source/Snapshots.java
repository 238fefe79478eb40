package dev.nginxlint.source;

import dev.nginxlint.source.SourceSet.Layout;
import dev.nginxlint.source.SourceSet.Listing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The folders of the disk as the files of deployments.
///
/// @param edited the file whose text is not the one on the disk
/// @param whereabouts where machines keep what is not where one looks for it
record Snapshots(Path workingDirectory, Optional<Edited> edited, Whereabouts whereabouts) {
  /// A path as it was given, and where that is.
  record Asked(Path given, Path at) {
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

  /// A file whose text is not the one on the disk.
  record Edited(Path at, String text) {}

  /// The files of a machine.
  SourceSet host(Path root, List<Asked> within) {
    DiskTree tree = new DiskTree(root, Layout.HOST);
    UnaryOperator<String> shown = shown(root, within);
    Supplier<Listing> walk = walk(root, within, tree);
    SourceSet files = new SourceSet(Layout.HOST, over(root, tree), with(root, walk), shown);
    return whereabouts
        .nginx()
        .filter(path -> tree.kind(path) == FileTree.Kind.FILE)
        .map(files::startingWith)
        .orElse(files);
  }

  /// A machine whose nginx was asked what it reads.
  SourceSet dumped(Path root, List<Asked> within, Dump dump) {
    DiskTree tree = new DiskTree(root, Layout.HOST);
    List<String> files = walk(root, within, tree).get().files();
    return dump.over(tree, files, shown(root, within));
  }

  private Supplier<Listing> walk(Path root, List<Asked> within, DiskTree tree) {
    List<String> starts = within.stream().map(path -> inside(root, path)).toList();
    Machine machine =
        new Machine(tree, starts, whereabouts.projects(), shown(root, within).apply("/"));
    return root.getParent() == null ? machine::running : machine::elsewhere;
  }

  /// The files of a repository, whose root is the nearest folder that holds all that was asked for.
  SourceSet repository(List<Asked> asked) {
    Path folder = asked.stream().map(Asked::folder).reduce(Snapshots::common).orElseThrow();
    Path root =
        asked.stream()
            .filter(path -> leaves(folder, path))
            .map(path -> path.real().folder())
            .reduce(folder, Snapshots::common);
    DiskTree tree = new DiskTree(root, Layout.REPOSITORY);
    List<String> starts = asked.stream().map(path -> inside(root, path)).toList();
    UnaryOperator<String> shown = shown(root, asked);
    Supplier<Listing> walk =
        () -> {
          Walk found = new Walk(tree, List.of(), Walk.ENTRIES);
          found.beneath(starts, Integer.MAX_VALUE);
          return found.listing(shown.apply("/"));
        };
    return new SourceSet(Layout.REPOSITORY, over(root, tree), with(root, walk), shown);
  }

  /// The tree with the text that was typed in place of the file's.
  private FileTree over(Path root, DiskTree tree) {
    return edited
        .filter(file -> file.at().startsWith(root))
        .<FileTree>map(file -> LaidOver.of(Map.of(inside(root, file.at()), file.text()), tree))
        .orElse(tree);
  }

  /// Together with the file whose text was typed: it need not be on the disk yet.
  private Supplier<Listing> with(Path root, Supplier<Listing> walk) {
    Optional<String> typed =
        edited.map(Edited::at).filter(at -> at.startsWith(root)).map(at -> inside(root, at));
    return typed.isEmpty() ? walk : () -> walk.get().with(typed.get());
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
    return inside(root, path.at());
  }

  private static String inside(Path root, Path at) {
    return "/" + slashes(root.relativize(at));
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
