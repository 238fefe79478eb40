package dev.nginxlint.stack;

import java.util.Optional;

/// How much a server can take on at a time; empty where we do not know or it is not bounded.
///
/// @param held how many connections it can hold at all, as each idle one keeps a process from
///   others
/// @param memory how much memory one request may take before the server itself ends it
public record Load(Optional<Effective<Integer>> held, Optional<Memory> memory) {
  /// Nothing is known.
  public static final Load UNKNOWN = new Load(Optional.empty(), Optional.empty());

  /// A limit on memory, in bytes.
  ///
  /// @param option the name under which it is set, as the operator knows it
  public record Memory(String option, Effective<Long> size) {}
}
