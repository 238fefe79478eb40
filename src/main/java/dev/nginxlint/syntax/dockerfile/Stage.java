package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// A FROM and the instructions up to the next one.
///
/// @param index counted from 0; a stage can be named by it
/// @param base the image, or an earlier stage, variables included
/// @param name what stands behind AS, in lower case as it is compared
/// @param platform the value of `--platform`
public record Stage(
    int index,
    Text base,
    Optional<Sourced<String>> name,
    Optional<Text> platform,
    List<Instruction> instructions,
    Span at) {
  public Stage {
    instructions = List.copyOf(instructions);
  }
}
