package dev.nginxlint.stack;

import java.util.Optional;
import java.util.Set;

/// As whom a process runs; empty where no file tells it.
///
/// @param group its own group
/// @param groups the other groups it is in, if everything that could put it in one is in view
/// @param umask what it takes away from the modes of the files it makes
public record Identity(
    Optional<Effective<String>> user,
    Optional<Effective<String>> group,
    Optional<Set<String>> groups,
    Optional<Effective<Integer>> umask) {
  /// Nothing is known.
  public static final Identity UNKNOWN =
      new Identity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
