package dev.nginxlint.source;

import java.util.List;

/// Files and folders that somebody named.
///
/// @param workingDirectory what the names of files count from
/// @param paths absolute; a folder stands for all beneath it
public record Selection(String workingDirectory, List<String> paths) {
  public Selection {
    paths = List.copyOf(paths);
  }

  /// Whether a file is among them, by the name that people are shown.
  public boolean holds(String shown) {
    String path = Paths.resolve(workingDirectory, shown);
    return paths.stream().anyMatch(named -> Paths.within(named, path));
  }
}
