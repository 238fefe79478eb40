package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables, the arguments and the directory of a shell while its script is followed.
final class ShellState implements Variables {
  private final Surroundings around;
  private final Map<String, Variables.Value> variables = new HashMap<>();
  private final Set<String> exported = new HashSet<>();
  private Optional<List<Text>> arguments;
  private Optional<String> directory;

  /// Whether a file was read in that we do not see, and that may have set anything.
  private boolean clouded;

  ShellState(Surroundings around, Optional<List<Text>> arguments) {
    this.around = around;
    this.arguments = arguments;
    this.directory = around.directory();
  }

  ShellState copy() {
    ShellState copy = new ShellState(around, arguments);
    copy.variables.putAll(variables);
    copy.exported.addAll(exported);
    copy.directory = directory;
    copy.clouded = clouded;
    return copy;
  }

  void restore(ShellState saved) {
    variables.clear();
    variables.putAll(saved.variables);
    exported.clear();
    exported.addAll(saved.exported);
    arguments = saved.arguments;
    directory = saved.directory;
    clouded = saved.clouded;
  }

  @Override
  public Variables.Value value(String name) {
    Variables.Value own = variables.get(name);
    if (own != null) {
      return own;
    }
    return switch (Invocation.setting(around.variable(name))) {
      case Setting.Value(Text text) -> new Variables.Value.Known(text);
      case Setting.Absent() ->
          clouded ? new Variables.Value.Unknown() : new Variables.Value.Unset();
      case Setting.Unknown _ -> new Variables.Value.Unknown();
    };
  }

  @Override
  public Optional<List<Text>> arguments() {
    return arguments;
  }

  void arguments(Optional<List<Text>> other) {
    arguments = other;
  }

  void set(String name, Variables.Value value) {
    variables.put(name, value);
  }

  void export(String name) {
    exported.add(name);
  }

  void cloud() {
    clouded = true;
  }

  void enter(Optional<String> path) {
    directory = path;
  }

  Optional<String> directory() {
    return directory;
  }

  /// What a program finds around it that is started now.
  Surroundings surroundings() {
    Map<String, Surroundings.Variable> changed = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          boolean inherits = !(around.variable(name) instanceof Surroundings.Variable.Unset);
          if (exported.contains(name) || inherits) {
            changed.put(name, variable(name, value));
          }
        });
    Surroundings seen = new Overlay(around, changed, directory);
    return clouded ? new Clouded(seen, "the script reads in a file that we do not see") : seen;
  }

  private static Surroundings.Variable variable(String name, Variables.Value value) {
    return switch (value) {
      case Variables.Value.Known(Text text) -> new Surroundings.Variable.Set(text.sourced());
      case Variables.Value.Unset() -> new Surroundings.Variable.Unset();
      case Variables.Value.Unknown() ->
          new Surroundings.Variable.Unknown("the script computes %s".formatted(name));
    };
  }
}
