package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Instruction.Flag;
import java.util.List;
import java.util.Optional;

/// One instruction before its arguments are read.
///
/// @param keyword in upper case
record Statement(
    Sourced<String> keyword, List<Flag> flags, Text arguments, List<Heredoc> documents, Span at) {
  /// The value of a flag; of several the last.
  Optional<Text> flag(String name) {
    return flags.reversed().stream()
        .filter(flag -> flag.name().value().equals(name))
        .map(Flag::value)
        .findFirst();
  }
}
