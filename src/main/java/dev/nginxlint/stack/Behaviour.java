package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// What a server does once it has started, as far as its command tells.
///
/// @param at what of the command tells it
public record Behaviour(Stay stay, Notice notice, Span at) {
  /// Where it goes on.
  public enum Stay {
    /// In the process that was started.
    FOREGROUND,
    /// In another, and the one that was started ends.
    BACKGROUND,
    UNKNOWN
  }

  /// Whether it tells systemd that it is ready (sd_notify(3)).
  public enum Notice {
    SENT,
    NEVER,
    UNKNOWN
  }
}
