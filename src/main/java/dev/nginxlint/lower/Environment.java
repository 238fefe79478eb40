package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings.Variable;

/// The environment variables of a process or a container.
public interface Environment {
  /// What is known of a variable.
  Variable variable(String name);
}
