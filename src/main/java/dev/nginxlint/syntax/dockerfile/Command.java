package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;

/// The two forms of a command.
public sealed interface Command {
  /// Where it was written.
  Span at();

  /// `["program", "argument"]`: run as it stands, no shell in between.
  record Exec(List<Text> words, Span at) implements Command {
    public Exec {
      words = List.copyOf(words);
    }
  }

  /// Anything else: one text for the shell, which is `/bin/sh -c` unless SHELL says otherwise.
  record Shell(Text text, Span at) implements Command {}
}
