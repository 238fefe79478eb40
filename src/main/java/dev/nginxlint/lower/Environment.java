package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Sourced;
import java.util.Optional;

/// The environment variables of a process or a container.
public interface Environment {
  /// What is known of a variable.
  Variable variable(String name);

  /// The port that `PORT` names: most programs that are told anything there listen on it.
  default Optional<Sourced<Integer>> port() {
    return variable("PORT") instanceof Variable.Set(Sourced<String> value)
        ? port(value)
        : Optional.empty();
  }

  /// The port that a value names; empty if it is none.
  static Optional<Sourced<Integer>> port(Sourced<String> value) {
    return Optional.of(value)
        .filter(text -> text.value().matches("[1-9]\\d{0,4}"))
        .map(text -> text.map(Integer::valueOf))
        .filter(port -> port.value() < 1 << Character.SIZE);
  }
}
