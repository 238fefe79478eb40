package dev.nginxlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A tree of files, seen through paths that begin with `/` at its root; nothing outside can be
/// reached.
///
/// A symbolic link is followed while it stays inside the tree. An absolute one counts from the root
/// of a machine's tree, as it does on that machine; in a repository it stays inside only if it
/// names a place that lies there on the disk.
public interface FileTree {
  /// What stands at a path.
  enum Kind {
    FILE,
    DIRECTORY,
    /// A socket, a pipe, a device: never opened.
    SPECIAL,
    /// A link to something that is not there, or to itself.
    DANGLING,
    /// A link that leaves the tree.
    OUTSIDE,
    /// Nobody can tell: a directory on the way may not be entered.
    CLOSED,
    MISSING
  }

  /// Who owns a file and who may do what with it.
  record Ownership(int user, int group, int mode) {}

  /// What stands at a path, links followed.
  Kind kind(String path);

  /// The names in a directory, sorted; empty for anything else, and for one that may not be read.
  List<String> list(String directory);

  /// The path that a path stands for once every link in it is followed; empty if it stands for
  /// nothing.
  Optional<String> real(String path);

  /// Where a symbolic link points, word for word; empty for anything else.
  Optional<String> link(String path);

  /// Owner and mode of what stands at a path, where the tree knows them.
  Optional<Ownership> ownership(String path);

  /// The bytes of a file.
  ///
  /// @throws IOException if it cannot be read, with a message fit for people: a predicate of the
  ///   file
  byte[] read(String path) throws IOException;

  /// The directories whose names were asked for so far and may not be read, sorted.
  default List<String> closed() {
    return List.of();
  }
}
