package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import java.util.Optional;

/// The versions of what a deployment runs on.
///
/// @param systemd that of the machine, and where it is told
public record Versions(Optional<Version> nginx, Optional<Sourced<Integer>> systemd) {
  /// Nobody tells any.
  public static final Versions UNTOLD = new Versions(Optional.empty(), Optional.empty());

  /// These, and what they leave out as others tell it.
  public Versions or(Versions others) {
    return new Versions(nginx.or(others::nginx), systemd.or(others::systemd));
  }
}
