package dev.nginxlint.server.reading;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is worked out when it is first asked for: of all the tables of the catalogue, a run
/// needs two or three.
final class Lazy<T> {
  private final Supplier<T> source;
  private Optional<T> value = Optional.empty();

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  /// The value.
  synchronized T get() {
    if (value.isEmpty()) {
      value = Optional.of(source.get());
    }
    return value.get();
  }
}
