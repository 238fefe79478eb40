package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// The environment that compose gives a container, beside what the image sets.
///
/// @param variables each name once, `environment` before `env_file` and later files before earlier
/// @param unknown why there may be other variables: an `env_file` that is not here
public record Environment(List<Variable> variables, Optional<String> unknown) implements Variables {
  public Environment {
    variables = List.copyOf(variables);
  }

  /// A variable that is mentioned, with a value or without.
  public Optional<Variable> variable(String name) {
    return variables.stream().filter(v -> v.name().value().equals(name)).findFirst();
  }

  @Override
  public Optional<Text> value(String name) {
    return variable(name).flatMap(Variable::value);
  }
}
