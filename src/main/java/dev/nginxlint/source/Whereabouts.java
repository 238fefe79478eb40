package dev.nginxlint.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a machine keeps what is not where one looks for it: paths from the root of the machine.
///
/// @param nginx the file that nginx reads first
/// @param projects folders that hold compose projects
public record Whereabouts(Optional<String> nginx, List<String> projects) {
  /// Everything is where one looks for it.
  public static final Whereabouts USUAL = new Whereabouts(Optional.empty(), List.of());

  public Whereabouts {
    projects = List.copyOf(projects);
  }

  /// All of the paths.
  public List<String> paths() {
    return Stream.concat(nginx.stream(), projects.stream()).toList();
  }
}
