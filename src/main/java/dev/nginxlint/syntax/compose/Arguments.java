package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;

/// A command, an entrypoint or a health check as compose hands it to Docker.
public sealed interface Arguments {
  /// Not given, so the image's own counts.
  record Inherited() implements Arguments {}

  /// Given as empty, which takes the image's away.
  record Cleared(Span at) implements Arguments {}

  /// One string, which compose splits into words without a shell (go-shellwords).
  record Line(Text text) implements Arguments {}

  /// Words, each an argument as it is.
  record Words(List<Text> words, Span at) implements Arguments {
    public Words {
      words = List.copyOf(words);
    }
  }
}
