package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;

/// Surroundings in which what is not set may be set after all.
///
/// @param why what may set it
public record Clouded(Surroundings base, String why) implements Around {
  @Override
  public Variable variable(String name) {
    Variable variable = base.variable(name);
    return variable instanceof Variable.Unset ? new Variable.Unknown(why) : variable;
  }
}
