package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Surroundings in which a command has changed some variables, or the working directory.
///
/// @param directory the working directory as it is now; empty if nobody knows it
public record Overlay(
    Surroundings base, Map<String, Variable> variables, Optional<String> directory)
    implements Around {
  public Overlay {
    variables = Map.copyOf(variables);
  }

  /// The surroundings with a variable changed.
  public static Surroundings with(Surroundings base, String name, Variable value) {
    return new Overlay(base, Map.of(name, value), base.directory());
  }

  /// The surroundings with several variables set.
  public static Surroundings with(Surroundings base, Map<String, Text> values) {
    Map<String, Variable> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, new Variable.Set(value.sourced())));
    return values.isEmpty() ? base : new Overlay(base, variables, base.directory());
  }

  /// The surroundings seen from another directory, which may count from the current one.
  public static Surroundings in(Surroundings base, Optional<String> path) {
    return new Overlay(base, Map.of(), path);
  }

  @Override
  public Variable variable(String name) {
    Variable changed = variables.get(name);
    return changed == null ? base.variable(name) : changed;
  }
}
