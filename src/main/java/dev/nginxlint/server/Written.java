package dev.nginxlint.server;

import java.util.Optional;
import java.util.Set;

/// A file that a script makes, changes or removes before it starts a server.
///
/// @param path absolute; everything beneath it too, if what becomes of it is not seen
public record Written(String path, Content content) {
  /// What becomes of the file.
  public sealed interface Content {
    /// A template that envsubst fills in.
    ///
    /// @param around the variables that it is filled in with
    /// @param only the variables that are filled in; empty if all are
    record Filled(String template, Surroundings around, Optional<Set<String>> only)
        implements Content {}

    /// A copy of another file.
    record Copied(String source) implements Content {}

    /// It is not there any more.
    record Gone() implements Content {}

    /// Something that we do not see.
    record Unseen(String why) implements Content {}
  }

  /// The same, if it is not certain that it happens.
  public Written perhaps() {
    return unseen(path, "whether the script changes %s depends on a condition".formatted(path));
  }

  /// A file that gets a content which we do not see.
  public static Written unseen(String path, String why) {
    return new Written(path, new Content.Unseen(why));
  }
}
