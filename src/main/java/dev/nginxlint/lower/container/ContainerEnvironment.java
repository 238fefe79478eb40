package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The environment of a container: what compose sets, over what the image sets.
///
/// @param compose what `environment` and `env_file` come to
/// @param image what ENV sets
record ContainerEnvironment(
    dev.nginxlint.syntax.compose.Environment compose, Map<String, Text> image)
    implements Environment {
  @Override
  public Variable variable(String name) {
    Optional<dev.nginxlint.syntax.compose.Variable> mentioned = compose.variable(name);
    if (mentioned.isPresent()) {
      return mentioned
          .get()
          .value()
          .<Variable>map(value -> new Variable.Set(value.sourced()))
          .orElseGet(() -> new Variable.Unknown(name + " comes from the shell of compose"));
    }
    return compose
        .unknown()
        .<Variable>map(Variable.Unknown::new)
        .or(
            () ->
                Optional.ofNullable(image.get(name)).map(text -> new Variable.Set(text.sourced())))
        .orElseGet(Variable.Unset::new);
  }

  /// The names that are set, by whomever.
  List<String> names() {
    return Stream.concat(
            compose.variables().stream().map(variable -> variable.name().value()),
            image.keySet().stream())
        .distinct()
        .toList();
  }
}
