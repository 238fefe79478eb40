package dev.nginxlint.source;

import java.util.function.Function;

/// A value together with the place where it was written.
public record Sourced<T>(T value, Span at) {
  /// Another value that was written at the same place.
  public <R> Sourced<R> map(Function<? super T, ? extends R> change) {
    return new Sourced<>(change.apply(value), at);
  }

  /// Another value for the same place.
  public <R> Sourced<R> with(R other) {
    return new Sourced<>(other, at);
  }

  @Override
  public String toString() {
    return value + " @ " + at;
  }
}
