package dev.nginxlint.lower.nginx;

import dev.nginxlint.stack.Version;
import java.util.Optional;

/// On which side of 1.29.7 an nginx is: that version keeps connections to upstreams by default,
/// speaks HTTP/1.1 to them and no longer sends `Connection: close` (CHANGES).
public enum Generation {
  BEFORE_1_29_7,
  SINCE_1_29_7,
  UNKNOWN;

  /// The generation of a version that is told, or else `unless`.
  public static Generation of(Optional<Version> version, Generation unless) {
    return version
        .map(told -> told.atLeast(1, 29, 7) ? SINCE_1_29_7 : BEFORE_1_29_7)
        .orElse(unless);
  }
}
