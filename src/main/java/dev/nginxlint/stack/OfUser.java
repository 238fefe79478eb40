package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Optional;

/// The manager of a user runs this one (`systemd --user`).
///
/// @param unit the name of its unit
/// @param user the name of the user, or "its user"
public record OfUser(Process process, Span at, String unit, String user, Leaving leaving)
    implements Remark.Apart {
  /// What is known of a process that the manager of a user runs; empty for the others.
  public static Optional<OfUser> of(Stack stack, Process process) {
    return stack.remarks(OfUser.class).stream()
        .filter(by -> by.process().id().equals(process.id()))
        .findFirst();
  }

  /// What becomes of it when its user has logged out.
  public enum Leaving {
    /// `loginctl enable-linger` was said, by which it comes up with the machine as well.
    STAYS,
    ENDS,
    UNKNOWN
  }
}
