package dev.nginxlint.source;

import dev.nginxlint.source.SourceSet.Layout;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// The files beneath a directory of the disk; what a path is gets looked up once.
public final class DiskTree implements FileTree {
  /// As many links Linux follows in one path before it calls them a loop (path_resolution(7)).
  private static final int MOST_LINKS = 40;

  /// The longest name a file can have (NAME_MAX); a longer one is not even looked for.
  private static final int LONGEST_NAME = 255;

  /// What a name in a directory is, links not followed.
  sealed interface Entry {
    /// A symbolic link with its target, word for word.
    record Link(String target) implements Entry {}

    /// Anything else: a file, a directory, special, closed or missing.
    record Thing(Kind kind) implements Entry {}
  }

  /// One name in a directory.
  record Item(String name, Entry entry) {}

  /// Where a path leads: a path without links, and what stands there.
  private record Resolved(String path, Kind kind) {}

  private final Path root;
  private final Layout layout;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, Resolved> resolved = new ConcurrentHashMap<>();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final Set<String> closed = new ConcurrentSkipListSet<>();

  /// The tree beneath a directory; the layout decides where an absolute link leads.
  public DiskTree(Path root, Layout layout) {
    this.root = root.toAbsolutePath().normalize();
    this.layout = layout;
  }

  @Override
  public Kind kind(String path) {
    return resolve(path).kind();
  }

  @Override
  public Optional<String> real(String path) {
    Resolved resolved = resolve(path);
    return switch (resolved.kind()) {
      case FILE, DIRECTORY, SPECIAL, CLOSED -> Optional.of(resolved.path());
      case DANGLING, OUTSIDE, MISSING -> Optional.empty();
    };
  }

  @Override
  public Optional<String> link(String path) {
    Resolved parent = resolve(Paths.parent(path));
    return parent.kind() == Kind.DIRECTORY
            && entry(child(parent.path(), Paths.name(path))) instanceof Entry.Link(String target)
        ? Optional.of(target)
        : Optional.empty();
  }

  @Override
  public Optional<Ownership> ownership(String path) {
    Resolved resolved = resolve(path);
    return switch (resolved.kind()) {
      case FILE, DIRECTORY, SPECIAL -> owner(disk(resolved.path()));
      case DANGLING, OUTSIDE, CLOSED, MISSING -> Optional.empty();
    };
  }

  @Override
  public List<String> list(String directory) {
    Resolved resolved = resolve(directory);
    return resolved.kind() == Kind.DIRECTORY
        ? names.computeIfAbsent(resolved.path(), this::names)
        : List.of();
  }

  private List<String> names(String directory) {
    Optional<List<Item>> items = items(directory, Integer.MAX_VALUE);
    if (items.isEmpty()) {
      closed.add(directory);
    }
    items
        .orElse(List.of())
        .forEach(item -> entries.putIfAbsent(child(directory, item.name()), item.entry()));
    return items.orElse(List.of()).stream().map(Item::name).toList();
  }

  @Override
  public List<String> closed() {
    return List.copyOf(closed);
  }

  @Override
  public byte[] read(String path) throws IOException {
    Resolved resolved = resolve(path);
    return switch (resolved.kind()) {
      case FILE -> Contents.of(disk(resolved.path()));
      case DIRECTORY -> throw new IOException("is a folder");
      case SPECIAL -> throw new IOException("is not a regular file");
      case CLOSED -> throw new IOException("cannot be read: permission denied");
      case DANGLING, OUTSIDE, MISSING -> throw new IOException("is not there");
    };
  }

  /// The names in a directory free of links, sorted, with what they are; empty if they may not be
  /// read. No more than `most` are looked at.
  Optional<List<Item>> items(String directory, int most) {
    List<Item> items = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(disk(directory))) {
      for (Path file : files) {
        if (items.size() >= most) {
          break;
        }
        items.add(new Item(file.getFileName().toString(), look(file)));
      }
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty();
    }
    items.sort((one, other) -> one.name().compareTo(other.name()));
    return Optional.of(items);
  }

  /// The path of a name in a directory.
  static String child(String directory, String name) {
    return directory.equals("/") ? "/" + name : directory + "/" + name;
  }

  private Resolved resolve(String path) {
    return resolved.computeIfAbsent(path, this::follow);
  }

  /// Follows a path name by name, as a kernel does whose root is ours.
  private Resolved follow(String path) {
    Deque<String> ahead = new ArrayDeque<>();
    prepend(path, ahead);
    String at = "/";
    int links = 0;
    Kind ifMissing = Kind.MISSING;
    while (!ahead.isEmpty()) {
      String name = ahead.pop();
      if (name.equals("..")) {
        if (at.equals("/") && layout == Layout.REPOSITORY) {
          return new Resolved(at, Kind.OUTSIDE);
        }
        at = Paths.parent(at);
        continue;
      }
      String next = child(at, name);
      switch (entry(next)) {
        case Entry.Link(String target) -> {
          ifMissing = ahead.isEmpty() ? Kind.DANGLING : ifMissing;
          Optional<String> inside = inside(target);
          if (inside.isEmpty() || ++links > MOST_LINKS) {
            return new Resolved(next, inside.isEmpty() ? Kind.OUTSIDE : Kind.DANGLING);
          }
          at = target.startsWith("/") ? "/" : at;
          prepend(inside.get(), ahead);
        }
        case Entry.Thing(Kind kind) when kind == Kind.DIRECTORY -> at = next;
        case Entry.Thing(Kind kind) when kind == Kind.CLOSED -> {
          return new Resolved(Paths.resolve(next, String.join("/", ahead)), kind);
        }
        case Entry.Thing(Kind kind) -> {
          boolean missing = kind == Kind.MISSING || !ahead.isEmpty();
          return new Resolved(next, missing ? ifMissing : kind);
        }
      }
    }
    return new Resolved(at, Kind.DIRECTORY);
  }

  /// A link's target as seen from the root of the tree; a relative one stays what it is.
  private Optional<String> inside(String target) {
    if (layout == Layout.HOST || !target.startsWith("/")) {
      return Optional.of(target);
    }
    String base = root.toString();
    String path = Paths.absolute(target);
    return Paths.within(base, path) ? Optional.of(Paths.relative(base, path)) : Optional.empty();
  }

  private static void prepend(String path, Deque<String> names) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty() && !parts[i].equals(".")) {
        names.push(parts[i]);
      }
    }
  }

  private Entry entry(String path) {
    return entries.computeIfAbsent(
        path,
        _ -> {
          try {
            boolean possible = Paths.name(path).length() <= LONGEST_NAME;
            return possible ? look(disk(path)) : new Entry.Thing(Kind.MISSING);
          } catch (InvalidPathException _) {
            return new Entry.Thing(Kind.MISSING);
          }
        });
  }

  private static Entry look(Path file) {
    try {
      BasicFileAttributes found =
          file.getFileSystem()
              .provider()
              .readAttributesIfExists(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found == null) {
        return new Entry.Thing(Kind.MISSING);
      }
      if (found.isSymbolicLink()) {
        return new Entry.Link(Files.readSymbolicLink(file).toString());
      }
      if (found.isDirectory()) {
        return new Entry.Thing(Kind.DIRECTORY);
      }
      return new Entry.Thing(found.isRegularFile() ? Kind.FILE : Kind.SPECIAL);
    } catch (NoSuchFileException _) {
      return new Entry.Thing(Kind.MISSING);
    } catch (IOException _) {
      return new Entry.Thing(Kind.CLOSED);
    }
  }

  private static Optional<Ownership> owner(Path file) {
    try {
      Map<String, Object> found =
          Files.readAttributes(file, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
      return found.get("uid") instanceof Integer user
              && found.get("gid") instanceof Integer group
              && found.get("mode") instanceof Integer mode
          ? Optional.of(new Ownership(user, group, mode & 07777))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Path disk(String path) {
    return root.resolve(path.substring(1));
  }
}
