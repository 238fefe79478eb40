package dev.nginxlint.source;

import dev.nginxlint.source.DiskTree.Entry;
import dev.nginxlint.source.DiskTree.Item;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.SourceSet.Listing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Lists the files beneath folders level by level, each real folder once and under its own name
/// where it has one beneath them.
///
/// Hidden folders are entered, and links to folders inside the tree are followed.
final class Walk {
  /// Folders that hold other people's files or a tool's own, wherever they stand.
  static final Set<String> SKIPPED_NAMES =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".bzr",
          ".jj",
          "node_modules",
          "bower_components",
          ".npm",
          ".pnpm-store",
          ".yarn",
          ".nvm",
          "site-packages",
          "__pycache__",
          ".venv",
          "venv",
          ".tox",
          ".nox",
          ".pyenv",
          ".gradle",
          ".m2",
          ".cargo",
          ".rustup",
          ".rbenv",
          ".bundle",
          ".terraform",
          ".vagrant",
          ".cache",
          ".vscode-server");

  /// How many files and folders a tree may have.
  static final int ENTRIES = 1_000_000;

  private final DiskTree tree;
  private final List<String> skipped;
  private final int most;
  private final Set<String> visited = new HashSet<>();
  private final List<String> files = new ArrayList<>();
  private final Set<String> closed = new TreeSet<>();
  private int seen;

  /// A folder to be listed: the path it was met under, and the one without links.
  private record Folder(String path, String real, int levels) {}

  /// A walk of a tree that does not enter the `skipped` paths of its own accord, and stops once it
  /// has seen `most` files and folders.
  Walk(DiskTree tree, List<String> skipped, int most) {
    this.tree = tree;
    this.skipped = skipped;
    this.most = most;
  }

  /// Adds the files beneath some folders, and those folders' folders down to as many levels; a path
  /// that is a file is added itself.
  void beneath(List<String> starts, int levels) {
    Deque<Folder> folders = new ArrayDeque<>();
    for (String start : starts) {
      switch (tree.kind(start)) {
        case DIRECTORY -> folders.add(new Folder(start, tree.real(start).orElse(start), levels));
        case FILE -> files.add(start);
        case CLOSED, OUTSIDE -> closed.add(start);
        case SPECIAL, DANGLING, MISSING -> {}
      }
    }
    Deque<Folder> linked = new ArrayDeque<>();
    while (!overflowed() && !(folders.isEmpty() && linked.isEmpty())) {
      Folder folder = folders.isEmpty() ? linked.remove() : folders.remove();
      if (visited.add(folder.real())) {
        enter(folder, folders, linked);
      }
    }
  }

  /// The files found so far.
  List<String> files() {
    return files;
  }

  /// The folders met so far that may not be looked into.
  List<String> closed() {
    return List.copyOf(closed);
  }

  /// What was found; nothing but an error if there was more to see than may be seen.
  Listing listing(String root) {
    if (!overflowed()) {
      return new Listing(files, closed(), List.of());
    }
    String limit = String.format(Locale.ROOT, "%,d", most);
    return new Listing(
        List.of(),
        List.of(),
        List.of(root + " holds more than " + limit + " files and folders: name the ones to check"));
  }

  private boolean overflowed() {
    return seen > most;
  }

  private void enter(Folder folder, Deque<Folder> folders, Deque<Folder> linked) {
    Optional<List<Item>> items = tree.items(folder.real(), most - seen + 1);
    if (items.isEmpty()) {
      closed.add(folder.path());
    }
    for (Item item : items.orElse(List.of())) {
      seen++;
      String path = DiskTree.child(folder.path(), item.name());
      switch (item.entry()) {
        case Entry.Thing(Kind kind) when kind == Kind.FILE -> files.add(path);
        case Entry.Thing(Kind kind) when kind == Kind.DIRECTORY ->
            offer(folder, item.name(), DiskTree.child(folder.real(), item.name()), folders);
        case Entry.Thing(Kind kind) when kind == Kind.CLOSED -> closed.add(path);
        case Entry.Thing _ -> {}
        case Entry.Link _ when tree.kind(path) == Kind.FILE -> files.add(path);
        case Entry.Link _ when tree.kind(path) == Kind.DIRECTORY -> {
          String real = tree.real(path).orElse(path);
          if (skipped.stream().noneMatch(skip -> Paths.within(skip, real))) {
            offer(folder, item.name(), real, linked);
          }
        }
        case Entry.Link _ -> {}
      }
    }
  }

  private void offer(Folder in, String name, String real, Deque<Folder> queue) {
    if (in.levels() > 0 && !SKIPPED_NAMES.contains(name) && !skipped.contains(real)) {
      queue.add(new Folder(DiskTree.child(in.path(), name), real, in.levels() - 1));
    }
  }
}
