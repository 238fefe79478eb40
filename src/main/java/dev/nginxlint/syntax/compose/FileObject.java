package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;

/// A config or secret of a project: content that services are given as a file.
///
/// @param key its key under `configs` or `secrets`
public record FileObject(Sourced<String> key, Content content) {
  /// Where the content comes from.
  public sealed interface Content {
    /// A file.
    record File(FilePath path) implements Content {}

    /// The compose file itself.
    record Inline(Text text) implements Content {}

    /// A variable of the shell that runs compose.
    record FromVariable(Text name) implements Content {}

    /// Somebody else makes it, or nothing is said.
    record Elsewhere() implements Content {}
  }
}
