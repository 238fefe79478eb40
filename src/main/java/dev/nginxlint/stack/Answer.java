package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;

/// What a hop meets.
public sealed interface Answer {
  /// Somebody is there.
  ///
  /// @param listener the socket that takes the connection
  /// @param way the published port it goes through, if it does
  record Found(Listener listener, Optional<Publication> way) implements Answer {}

  /// Nobody is there, or not one who understands; `cause` is what to tell.
  record Missed(Cause cause) implements Answer {}

  /// It leaves the deployment.
  ///
  /// @param declared who is there, if somebody says so
  record External(String name, Optional<dev.nginxlint.stack.External> declared) implements Answer {
    /// To where nobody says anything of.
    public External(String name) {
      this(name, Optional.empty());
    }
  }

  /// We cannot know; `hints` are who might be meant.
  record Unknown(String why, List<String> hints) implements Answer {
    /// Without any hint.
    public Unknown(String why) {
      this(why, List.of());
    }
  }
}
