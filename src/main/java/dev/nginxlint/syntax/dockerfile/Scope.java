package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables that an instruction sees.
///
/// The ARGs above the first FROM are seen by FROM lines, and by a stage that declares them again;
/// in a stage, an environment variable hides an ARG of its name.
final class Scope {
  /// ARGs that BuildKit sets by itself, to values that depend on the builder.
  private static final Set<String> AUTOMATIC =
      Set.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE",
          "HTTP_PROXY",
          "http_proxy",
          "HTTPS_PROXY",
          "https_proxy",
          "FTP_PROXY",
          "ftp_proxy",
          "NO_PROXY",
          "no_proxy",
          "ALL_PROXY",
          "all_proxy",
          "SOURCE_DATE_EPOCH");

  private final char escape;
  private final Outside outside;
  private final Map<String, String> globals = new HashMap<>();
  private final Map<String, String> arguments = new HashMap<>();
  private final Map<String, Variable> environment = new LinkedHashMap<>();

  Scope(Dockerfile file, Outside outside) {
    this.escape = file.escape();
    this.outside = outside;
    file.globals().forEach(variable -> declare(variable, globals, this::global));
  }

  /// A text of a FROM line.
  Text expandGlobal(Text text) {
    return Substitution.expand(text, escape, this::global);
  }

  /// A text of a stage.
  Text expand(Text text) {
    return Substitution.expand(text, escape, this::value);
  }

  void add(Instruction.Arg instruction) {
    instruction.variables().forEach(variable -> declare(variable, arguments, this::value));
  }

  /// All values of one ENV see what was there before it.
  void add(Instruction.Env instruction) {
    List<Variable> expanded =
        instruction.variables().stream()
            .map(variable -> new Variable(variable.name(), variable.value().map(this::expand)))
            .toList();
    for (Variable variable : expanded) {
      environment.remove(variable.name().value());
      environment.put(variable.name().value(), variable);
    }
  }

  /// The variables that the stage itself sets.
  List<Variable> environment() {
    return List.copyOf(environment.values());
  }

  private void declare(
      Variable variable, Map<String, String> into, Substitution.Variables variables) {
    String name = variable.name().value();
    outside
        .argument(name)
        .or(
            () ->
                variable.value().map(text -> Substitution.expand(text, escape, variables).value()))
        .or(() -> global(name))
        .ifPresent(value -> into.put(name, value));
  }

  private Optional<String> global(String name) {
    return Optional.ofNullable(globals.get(name)).or(() -> automatic(name));
  }

  private Optional<String> value(String name) {
    Optional<String> own =
        Optional.ofNullable(environment.get(name)).flatMap(Variable::value).map(Text::value);
    Optional<String> argument = Optional.ofNullable(arguments.get(name));
    Optional<String> inherited = outside.variable(name);
    boolean guess = inherited.filter(Hole::is).isPresent() && argument.isPresent();
    return own.or(() -> guess ? argument : inherited).or(() -> argument);
  }

  private static Optional<String> automatic(String name) {
    return AUTOMATIC.contains(name) ? Optional.of(Hole.STRING) : Optional.empty();
  }
}
