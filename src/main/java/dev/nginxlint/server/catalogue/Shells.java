package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Script;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;

/// sh and its relatives: a text behind `-c`, or a script with its arguments.
final class Shells implements Program {
  @Override
  public List<String> names() {
    return List.of("sh", "bash", "dash", "ash", "zsh", "ksh", "busybox");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    int at = call.name().equals("busybox") ? 1 : 0;
    boolean text = false;
    while (at < words.size() && words.get(at).value().matches("[-+].+")) {
      String option = words.get(at).value();
      boolean takesNext = option.matches("[-+][a-zA-Z]*[oO]|--rcfile|--init-file");
      text |= option.matches("-[a-zA-Z]*c[a-zA-Z]*");
      at += takesNext ? 2 : 1;
      if (option.equals("--")) {
        break;
      }
    }
    if (at >= words.size()) {
      return Launched.unknown("the shell is given nothing to run");
    }
    Text first = words.get(at);
    List<Text> rest = words.subList(at + 1, words.size());
    return text ? text(call, first, rest) : Scripts.run(call, first, rest);
  }

  /// Behind the text stands the name that the shell takes, then the arguments.
  private static Launched text(Invocation call, Text text, List<Text> rest) {
    Script script = Shell.parse(text).tree();
    List<Text> arguments = rest.isEmpty() ? rest : rest.subList(1, rest.size());
    return Hole.is(text)
        ? Launched.unknown("the text that the shell runs is not known")
        : ScriptRun.of(script, call, Optional.of(arguments));
  }
}
