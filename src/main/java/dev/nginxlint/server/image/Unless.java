package dev.nginxlint.server.image;

import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What tells an image to listen elsewhere.
///
/// @param ports the variables that have its first port, the one that counts first
/// @param flags the options that have it, each going before any variable
/// @param variables patterns of variables that may mean anything
/// @param options patterns of words of its command that may
/// @param paths of files that may
record Unless(
    List<String> ports,
    List<String> flags,
    List<String> variables,
    List<String> options,
    List<String> paths) {
  static Unless of(List<String> words) {
    Unless all =
        new Unless(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String word : words) {
      if (word.startsWith("/")) {
        all.paths.add(word);
      } else if (word.startsWith("+")) {
        all.flags.add(word.substring(1));
      } else if (word.startsWith("!")) {
        all.variables.add(word.substring(1));
      } else if (word.startsWith("-") || word.indexOf('=') >= 0) {
        all.options.add(word);
      } else {
        all.ports.add(word);
      }
    }
    return all;
  }

  /// Why it may listen elsewhere, beside what the variables with its port say.
  Optional<String> applies(List<Text> command, Deployed around) {
    for (String path : paths) {
      if (around.puts(path)) {
        return Optional.of("%s may tell it to listen elsewhere".formatted(path));
      }
    }
    for (Text word : command) {
      if (Hole.is(word) || options.stream().anyMatch(o -> Glob.matches(o, word.value()))) {
        return Optional.of("its command may tell it to listen elsewhere");
      }
    }
    for (String pattern : variables) {
      boolean set = around.names().stream().anyMatch(name -> Glob.matches(pattern, name));
      if (set || around.variable(pattern) instanceof Variable.Unknown) {
        return Optional.of("%s may tell it to listen elsewhere".formatted(pattern));
      }
    }
    return Optional.empty();
  }

  /// The first port as an option or a variable sets it, or why nobody knows it; empty if none does.
  Optional<Variable> port(List<Text> command, Deployed around) {
    for (int i = 0; i < command.size(); i++) {
      Text word = command.get(i);
      for (String flag : flags) {
        if (word.value().equals(flag) && i + 1 < command.size()) {
          return Optional.of(port(flag, command.get(i + 1).sourced()));
        }
        if (word.value().startsWith(flag + "=")) {
          return Optional.of(port(flag, word.slice(flag.length() + 1, word.length()).sourced()));
        }
      }
    }
    for (String name : ports) {
      switch (around.variable(name)) {
        case Variable.Set(Sourced<String> value) -> {
          return Optional.of(port(name, value));
        }
        case Variable.Unknown unknown -> {
          return Optional.of(unknown);
        }
        case Variable.Unset _ -> {}
      }
    }
    return Optional.empty();
  }

  private static Variable port(String name, Sourced<String> value) {
    return value.value().matches("[1-9][0-9]{0,4}")
        ? new Variable.Set(value)
        : new Variable.Unknown("the value of %s is not known".formatted(name));
  }
}
