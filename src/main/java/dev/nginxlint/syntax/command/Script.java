package dev.nginxlint.syntax.command;

import java.util.List;
import java.util.Map;

/// The simple commands of a shell text in the order in which they are written, its loops and
/// conditions folded into what each command says of itself.
///
/// @param functions the bodies of the functions by name; they run when a command calls them
public record Script(List<Command> commands, Map<String, List<Command>> functions) {
  public Script {
    commands = List.copyOf(commands);
    functions = Map.copyOf(functions);
  }
}
