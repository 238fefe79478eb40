package dev.nginxlint.syntax.command;

import java.util.List;

/// Something that must be so for a command of a script to run.
public sealed interface Guard {
  /// Where there are more than this at once, they are not told apart.
  int MOST = 40;

  /// A command succeeds, or fails if `holds` is false: `if [ -f x ]`, `[ "$1" = web ] &&`.
  ///
  /// @param words those of the [Command] that is the condition, the very same list
  record Test(List<Word> words, boolean holds) implements Guard {
    public Test {
      words = List.copyOf(words);
    }

    /// The guard of the other branch.
    Test opposite() {
      return new Test(words, !holds);
    }
  }

  /// A branch of `case`: the subject fits one of the patterns, and none of those `before`.
  record Match(Word subject, List<Word> patterns, List<Word> before) implements Guard {
    public Match {
      patterns = List.copyOf(patterns);
      before = List.copyOf(before);
    }
  }

  /// Nothing that the text tells: the body of a loop, what stands behind `||`.
  record Unclear() implements Guard {}
}
