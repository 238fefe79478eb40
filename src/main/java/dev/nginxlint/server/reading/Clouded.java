package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import java.util.List;
import java.util.Optional;

/// Surroundings in which what is not set may be set after all.
///
/// @param why what may set it
public record Clouded(Surroundings base, String why) implements Surroundings {
  @Override
  public Variable variable(String name) {
    Variable variable = base.variable(name);
    return variable instanceof Variable.Unset ? new Variable.Unknown(why) : variable;
  }

  @Override
  public Lookup file(String path) {
    return base.file(path);
  }

  @Override
  public Optional<List<String>> list(String path) {
    return base.list(path);
  }

  @Override
  public List<String> seen(String path) {
    return base.seen(path);
  }

  @Override
  public Optional<Surroundings> origin(String path) {
    return base.origin(path);
  }

  @Override
  public Optional<String> directory() {
    return base.directory();
  }
}
