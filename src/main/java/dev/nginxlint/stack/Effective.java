package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.Optional;
import java.util.function.Function;

/// A value as it takes effect after inheritance, overrides and defaults, with what made it so.
public sealed interface Effective<T> {
  /// The value.
  T value();

  /// Somebody wrote it at `at`.
  record Written<T>(T value, Span at) implements Effective<T> {}

  /// Nobody wrote it; `source` names the program whose default it is.
  record Default<T>(T value, String source) implements Effective<T> {}

  /// The value as it was written.
  static <T> Effective<T> of(Sourced<T> written) {
    return new Written<>(written.value(), written.at());
  }

  /// Where it was written; empty for a default.
  default Optional<Span> written() {
    return switch (this) {
      case Written<T>(T _, Span at) -> Optional.of(at);
      case Default<T> _ -> Optional.empty();
    };
  }

  /// Another value with the same origin.
  default <R> Effective<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Written<T>(T value, Span at) -> new Written<>(change.apply(value), at);
      case Default<T>(T value, String source) -> new Default<>(change.apply(value), source);
    };
  }
}
