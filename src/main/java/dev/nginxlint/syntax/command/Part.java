package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;

/// A piece of a word as it was written.
public sealed interface Part {
  /// Characters that stand for themselves, quotes and escapes removed.
  ///
  /// @param quoted whether quotes or a backslash protected them
  record Literal(Text text, boolean quoted) implements Part {}

  /// A variable: `$X`, `"${X:-8000}"`.
  ///
  /// @param name `X`, or `1`, `@`, `#` … for the parameters of the shell
  /// @param operand the word behind the operator
  record Variable(String name, Operator operator, List<Part> operand, Splitting splitting, Span at)
      implements Part {
    public Variable {
      operand = List.copyOf(operand);
    }
  }

  /// Something that only running it would tell: `$(hostname)`, `$((1 + 1))`, `${X/a/b}`.
  record Opaque(Span at) implements Part {}

  /// What is done to the value of a variable.
  enum Operator {
    /// `${X}`
    NONE,
    /// `${X-word}`: the word if X is not set.
    IF_UNSET,
    /// `${X:-word}`: the word if X is not set or empty.
    IF_EMPTY,
    /// `${X=word}`: as [#IF_UNSET], and X keeps the word.
    ASSIGN_UNSET,
    /// `${X:=word}`: as [#IF_EMPTY], and X keeps the word.
    ASSIGN_EMPTY,
    /// `${X+word}`: the word if X is set.
    IF_SET,
    /// `${X:+word}`: the word if X is set and not empty.
    IF_FULL,
    /// `${X?word}`, `${X:?word}`: the shell gives up if there is no value.
    REQUIRED,
    /// `${X#pattern}`: without the shortest beginning that fits.
    WITHOUT_PREFIX,
    /// `${X%pattern}`: without the shortest end that fits.
    WITHOUT_SUFFIX,
    /// `${X:0:1}`: some of its characters.
    SLICE
  }

  /// What becomes of the blanks in the value of a variable.
  enum Splitting {
    /// They stay: quotes, systemd's `${X}`.
    NEVER,
    /// They separate words: the shell's bare `$X`.
    AT_BLANKS,
    /// They separate words, and quotes in the value count: systemd's `$X` as a word of its own.
    AS_WORDS
  }
}
