package dev.nginxlint.lower;

import dev.nginxlint.source.SourceFile;
import java.util.List;
import java.util.Optional;

/// The file tree of a place, as the programs in it see it.
public interface View {
  /// The file at an absolute path.
  Found file(String path);

  /// The names in the directory at an absolute path.
  Listing list(String directory);

  /// Where the file at a path was made, if it was made elsewhere or by a build.
  default Optional<Origin> origin(String path) {
    return Optional.empty();
  }

  /// A place where a file was made.
  ///
  /// @param path where it stood there, maybe a pattern
  record Origin(View view, String path) {}

  /// What is known of a file.
  sealed interface Found {
    /// It is there; with `rendering`, as a template that is filled in before anybody reads it.
    record Present(SourceFile file, Optional<Environment> rendering) implements Found {
      /// As it stands.
      public Present(SourceFile file) {
        this(file, Optional.empty());
      }
    }

    /// It is not there, and we see everything that could put it there, but for what `doubt` says.
    record Absent(Optional<String> doubt) implements Found {
      /// Without a doubt.
      public Absent() {
        this(Optional.empty());
      }
    }

    /// A link stands there, and what it leads to is not there.
    record Dangling(String target) implements Found {}

    /// It may or may not be there.
    record Unseen(String why) implements Found {}
  }

  /// What is known of a directory.
  ///
  /// @param names those that we see, sorted
  /// @param unseen why there may be more; empty if these are all
  record Listing(List<String> names, Optional<String> unseen) {
    public Listing {
      names = names.stream().sorted().distinct().toList();
    }

    /// Nothing is known.
    public static Listing unknown(String why) {
      return new Listing(List.of(), Optional.of(why));
    }
  }
}
