package dev.nginxlint.stack;

import java.util.Optional;
import java.util.Set;

/// As whom a process runs; empty where no file tells it.
///
/// @param group its own group
/// @param groups the other groups it is in, if everything that could put it in one is in view
/// @param umask what it takes away from the modes of the files it makes
/// @param account how long there is such a user
public record Identity(
    Optional<Effective<String>> user,
    Optional<Effective<String>> group,
    Optional<Set<String>> groups,
    Optional<Effective<Integer>> umask,
    Account account) {
  /// How long there is a user.
  public enum Account {
    /// It is in the system's tables, where others may be put into its group.
    LASTING,
    /// As long as the process runs (`DynamicUser=`): nobody else is in its group.
    DYNAMIC
  }

  /// An identity of the system's tables.
  public Identity(
      Optional<Effective<String>> user,
      Optional<Effective<String>> group,
      Optional<Set<String>> groups,
      Optional<Effective<Integer>> umask) {
    this(user, group, groups, umask, Account.LASTING);
  }

  /// Nothing is known.
  public static final Identity UNKNOWN =
      new Identity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
