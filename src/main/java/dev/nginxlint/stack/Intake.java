package dev.nginxlint.stack;

import java.util.Optional;

/// How large a request a server takes, in bytes; empty where we do not know or it takes any.
///
/// @param body the body
/// @param header what comes before it
public record Intake(Optional<Limit> body, Optional<Limit> header) {
  /// Nothing is known.
  public static final Intake UNKNOWN = new Intake(Optional.empty(), Optional.empty());

  /// A limit; a default is one that is known for certain.
  ///
  /// @param option the name under which it is set, as the operator knows it
  public record Limit(String option, Effective<Long> size, Refusal refusal) {}

  /// What becomes of a larger one.
  public enum Refusal {
    /// It is answered with an error: 413 for a body, 400 for a header.
    ANSWERED,
    /// The application is given nothing of it, and does not know why.
    DROPPED,
    /// The connection is closed.
    CLOSED
  }
}
