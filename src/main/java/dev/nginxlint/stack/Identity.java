package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;

/// As whom a process runs; empty where no file tells it.
///
/// @param groups every group it is in besides its own, as far as files tell
/// @param umask what it takes away from the modes of the files it makes
public record Identity(
    Optional<Effective<String>> user,
    Optional<Effective<String>> group,
    List<String> groups,
    Optional<Effective<Integer>> umask) {
  /// Nothing is known.
  public static final Identity UNKNOWN =
      new Identity(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public Identity {
    groups = List.copyOf(groups);
  }
}
