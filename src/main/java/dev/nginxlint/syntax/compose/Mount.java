package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// Something that is put into a container's file tree.
///
/// @param target the path in the container
/// @param at the entry of the file
public record Mount(Source source, Text target, boolean readOnly, Span at) {
  /// What is mounted.
  public sealed interface Source {
    /// A file or directory of the host; one that is missing becomes a directory if `created`.
    record Bind(FilePath path, boolean created) implements Source {}

    /// A volume of the project by its key.
    record Volume(Text name) implements Source {}

    /// A volume without a name, filled from the image.
    record Anonymous() implements Source {}

    /// An empty file system in memory, of as many bytes as `size` says if it is there.
    record Tmpfs(Optional<Text> size) implements Source {}

    /// The files of another image.
    record Image(Text image) implements Source {}

    /// A host's path or a volume, no file tells which.
    record Unknown(Text written) implements Source {}
  }
}
