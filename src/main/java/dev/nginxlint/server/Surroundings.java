package dev.nginxlint.server;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import java.util.List;
import java.util.Optional;

/// What a program finds around it when it starts: its environment, its directory, its files.
public interface Surroundings {
  /// An environment variable of the program.
  Variable variable(String name);

  /// A file by the absolute path under which the program would open it.
  Lookup file(String path);

  /// The names in a directory; empty if we cannot know that we see them all.
  Optional<List<String>> list(String directory);

  /// The names that we do see in a directory, be they all or not.
  default List<String> seen(String directory) {
    return list(directory).orElse(List.of());
  }

  /// What stands around the file at a path where it was built, that directory being the working
  /// one; empty if nobody sees that.
  default Optional<Surroundings> origin(String path) {
    return Optional.empty();
  }

  /// Whether somebody puts, or may put, something of his own at a path.
  ///
  /// @param path its last part may be a pattern
  default boolean puts(String path) {
    return true;
  }

  /// The working directory; empty if no file tells it.
  Optional<String> directory();

  /// What is known of an environment variable.
  sealed interface Variable {
    /// It has a value, which may have holes.
    record Set(Sourced<String> value) implements Variable {}

    /// Nobody sets it, and we see everything that could.
    record Unset() implements Variable {}

    /// Something that we cannot see may set it.
    record Unknown(String why) implements Variable {}
  }

  /// What is known of a file.
  sealed interface Lookup {
    /// It is there.
    record Present(SourceFile file) implements Lookup {}

    /// It is not there, and we see everything that could put it there.
    record Absent() implements Lookup {}

    /// It may or may not be there: an image's file system, a path outside the tree.
    record Unseen(String why) implements Lookup {}
  }
}
