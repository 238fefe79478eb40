package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The files that a pattern stands for, as far as they are seen.
///
/// @param files the files, by name
/// @param unseen why there may be more
public record Includes(List<SourceFile> files, Optional<String> unseen) {
  public Includes {
    files = List.copyOf(files);
  }

  /// The files of an absolute path whose last part may be a pattern.
  public static Includes of(Surroundings around, String pattern) {
    if (Hole.in(pattern) || Glob.isPattern(Paths.parent(pattern))) {
      return new Includes(List.of(), Optional.of("which files are included is not known"));
    }
    if (!Glob.isPattern(pattern)) {
      return one(around.file(pattern));
    }
    String directory = Paths.parent(pattern);
    List<SourceFile> files = new ArrayList<>();
    Optional<String> unseen =
        around.list(directory).isPresent()
            ? Optional.empty()
            : Optional.of("there may be files in %s that are not seen".formatted(directory));
    for (String name : new TreeSet<>(around.seen(directory))) {
      if (Glob.matches(Paths.name(pattern), name)) {
        Includes found = one(around.file(Paths.resolve(directory, name)));
        files.addAll(found.files());
        unseen = unseen.or(found::unseen);
      }
    }
    return new Includes(files, unseen);
  }

  private static Includes one(Surroundings.Lookup lookup) {
    return switch (lookup) {
      case Surroundings.Lookup.Present(SourceFile file) ->
          new Includes(List.of(file), Optional.empty());
      case Surroundings.Lookup.Absent() -> new Includes(List.of(), Optional.empty());
      case Surroundings.Lookup.Unseen(String why) -> new Includes(List.of(), Optional.of(why));
    };
  }
}
