package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// What is known of the variables of a command line.
public interface Variables {
  /// Nothing is set, and nothing but what is written can set it.
  static Variables none() {
    return name -> new Value.Unset();
  }

  /// A variable by its name: `PORT`.
  Value value(String name);

  /// The arguments of the script, without its name; empty if nobody knows them.
  default Optional<List<Text>> arguments() {
    return Optional.of(List.of());
  }

  /// What is known of one of them.
  sealed interface Value {
    /// It holds this, which may have holes.
    record Known(Text text) implements Value {}

    /// It is not set.
    record Unset() implements Value {}

    /// It may hold anything, or nothing.
    record Unknown() implements Value {}
  }
}
