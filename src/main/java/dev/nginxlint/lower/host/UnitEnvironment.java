package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.account.EnvFile;
import dev.nginxlint.syntax.command.Variables;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The environment that systemd gives a service: `Environment=`, then `EnvironmentFile=` over it.
final class UnitEnvironment implements Environment, Variables {
  private final Map<String, Text> values = new HashMap<>();
  private final Set<String> passed = new HashSet<>();
  private Optional<String> unknown = Optional.empty();

  UnitEnvironment(UnitSettings service, View view) {
    service.words("PassEnvironment", Escapes.DECODED).forEach(name -> passed.add(name.value()));
    service.words("Environment", Escapes.DECODED).forEach(this::assign);
    for (Text path : service.list("EnvironmentFile")) {
      read(path.value(), view);
    }
    service.words("UnsetEnvironment", Escapes.DECODED).forEach(name -> values.remove(name.value()));
  }

  private void assign(Text assignment) {
    int equals = assignment.value().indexOf('=');
    if (equals > 0) {
      Text value = assignment.slice(equals + 1, assignment.length());
      values.put(assignment.value().substring(0, equals), value);
    }
  }

  private void read(String written, View view) {
    String path = written.startsWith("-") ? written.substring(1) : written;
    if (!path.startsWith("/") || Hole.in(path)) {
      unknown = Optional.of("the path of an EnvironmentFile= is not known");
      return;
    }
    switch (view.file(path)) {
      case View.Found.Present(SourceFile file, var _) ->
          EnvFile.read(file).forEach(set -> values.put(set.name().value(), set.value()));
      case View.Found.Absent _, View.Found.Dangling _ -> {}
      case View.Found.Unseen _ -> unknown = Optional.of("EnvironmentFile=" + path + " is not here");
    }
  }

  @Override
  public Variable variable(String name) {
    if (values.containsKey(name) && unknown.isEmpty()) {
      return new Variable.Set(values.get(name).sourced());
    }
    return unknown
        .<Variable>map(Variable.Unknown::new)
        .orElseGet(
            () ->
                passed.contains(name)
                    ? new Variable.Unknown(name + " is passed on from the manager")
                    : new Variable.Unset());
  }

  /// What a file that we do not see says in its place is as likely to be the same.
  @Override
  public Optional<Sourced<Integer>> port() {
    return Optional.ofNullable(values.get("PORT")).map(Text::sourced).flatMap(Environment::port);
  }

  @Override
  public Value value(String name) {
    if (name.equals("PATH")) {
      return new Value.Unknown();
    }
    return switch (variable(name)) {
      case Variable.Set _ -> new Value.Known(values.get(name));
      case Variable.Unset _ -> new Value.Unset();
      case Variable.Unknown _ -> new Value.Unknown();
    };
  }

  @Override
  public Optional<List<Text>> arguments() {
    return Optional.of(List.of());
  }
}
