package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;

/// runit, s6 and what is made of them: each directory of services has a script `run` for each.
final class RunDirectories implements Program {
  @Override
  public List<String> names() {
    return List.of("runsvdir", "runsvdir-start", "s6-svscan", "my_init", "init");
  }

  @Override
  public Launched read(Invocation call) {
    List<String> directories =
        switch (call.name()) {
          case "my_init", "runsvdir-start" -> List.of("/etc/service");
          case "init" -> List.of("/etc/services.d", "/etc/s6-overlay/s6-rc.d");
          default ->
              call.arguments().stream()
                  .map(Text::value)
                  .filter(word -> !word.startsWith("-"))
                  .findFirst()
                  .map(List::of)
                  .orElse(List.of());
        };
    Launched all = Launched.NOTHING;
    for (String directory : directories) {
      Optional<String> path = call.path(directory);
      for (String service : path.map(call.around()::seen).orElse(List.of())) {
        all = all.and(run(call, Paths.resolve(path.orElseThrow(), service)));
      }
    }
    boolean closed =
        !directories.isEmpty()
            && directories.stream()
                .allMatch(
                    name -> call.path(name).flatMap(path -> call.around().list(path)).isPresent());
    return closed && !call.name().equals("init")
        ? all
        : all.and(Launched.unknown("what else %s starts is not known".formatted(call.name())));
  }

  private static Launched run(Invocation call, String directory) {
    return call.around().file(directory + "/run") instanceof Surroundings.Lookup.Present(var file)
        ? script(call.in(directory), file)
        : Launched.NOTHING;
  }

  private static Launched script(Invocation call, SourceFile file) {
    return Scripts.isShell(file)
        ? ScriptRun.of(Shell.parse(file).tree(), call, Optional.of(List.of()))
        : Launched.unknown("%s is no shell script".formatted(Paths.name(file.path())));
  }
}
