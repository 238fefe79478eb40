package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;

/// su and runuser: a user, and a text for that user's shell or a command.
final class SwitchUser implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -c --command --session-command TEXT
          -s --shell SHELL
          -l --login
          -m -p --preserve-environment
          -u --user USER
          -g --group GROUP
          -G --supp-group GROUP
          -w --whitelist-environment LIST
          -P --pty
          -f --fast
          """);

  @Override
  public List<String> names() {
    return List.of("su", "runuser");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    List<Text> operands =
        line.operands().stream().filter(word -> !word.value().equals("-")).toList();
    Setting option = line.last("--user");
    boolean named = option.value().isPresent();
    Optional<Text> user =
        named || operands.isEmpty() ? option.value() : Optional.of(operands.getFirst());
    List<Text> command = named ? operands : List.of();
    Launched started =
        line.last("--command") instanceof Setting.Value(Text text)
            ? ScriptRun.of(Shell.parse(text).tree(), call, Optional.of(List.of()))
            : command.isEmpty() ? Launched.NOTHING : call.run(command);
    Optional<Effective<String>> other =
        user.map(name -> new Effective.Written<>(name.value(), name.span()));
    return started.each(served -> served.as(other, Optional.empty()));
  }
}
