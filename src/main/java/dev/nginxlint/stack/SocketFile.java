package dev.nginxlint.stack;

import java.util.Optional;

/// What a server does about the file of a Unix socket it makes.
///
/// @param mode the mode it ends up with; empty if it is 0777 less the umask of the process
/// @param user who owns it; empty if it is the user of the process
/// @param group its group; empty if it is the group of the process
public record SocketFile(
    Optional<Effective<Integer>> mode,
    Optional<Effective<String>> user,
    Optional<Effective<String>> group) {
  /// A file like any other that the process makes.
  public static final SocketFile PLAIN =
      new SocketFile(Optional.empty(), Optional.empty(), Optional.empty());

  /// What only root gets at.
  public static final SocketFile ROOT_ONLY =
      new SocketFile(
          Optional.of(new Effective.Default<>(0700, "systemd")),
          Optional.of(new Effective.Default<>("root", "systemd")),
          Optional.of(new Effective.Default<>("root", "systemd")));

  /// A file of the user's with a mode of its own.
  public static SocketFile mode(Effective<Integer> mode) {
    return new SocketFile(Optional.of(mode), Optional.empty(), Optional.empty());
  }
}
