package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import java.util.List;
import java.util.Optional;

/// Surroundings that are those of another, but for what they say themselves.
interface Around extends Surroundings {
  /// The others.
  Surroundings base();

  @Override
  default Variable variable(String name) {
    return base().variable(name);
  }

  @Override
  default Lookup file(String path) {
    return base().file(path);
  }

  @Override
  default Optional<List<String>> list(String directory) {
    return base().list(directory);
  }

  @Override
  default List<String> seen(String directory) {
    return base().seen(directory);
  }

  @Override
  default Optional<Surroundings> origin(String path) {
    return base().origin(path);
  }

  @Override
  default Optional<String> directory() {
    return base().directory();
  }
}
