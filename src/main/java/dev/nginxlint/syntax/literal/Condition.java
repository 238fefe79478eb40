package dev.nginxlint.syntax.literal;

/// What decides whether a statement is run.
public sealed interface Condition {
  /// A value is there, and does not stand for no.
  record Given(Literal value) implements Condition {}

  /// Two values are the same.
  record Same(Literal left, Literal right) implements Condition {}

  /// Another condition does not hold.
  record Not(Condition other) implements Condition {}

  /// Nobody can tell who does not run it.
  record Unclear() implements Condition {}
}
