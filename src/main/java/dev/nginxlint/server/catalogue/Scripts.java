package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files that are started because they are scripts.
final class Scripts {
  private static final Pattern SHELL =
      Pattern.compile(
          "#! ?(/(usr/bin|command)/with-contenv )?(/usr)?(/bin/)?(env )?(with-contenv"
              + " )?(ba|da|a)?sh\\b.*");

  private Scripts() {}

  /// What a shell runs that is given a path.
  static Launched run(Invocation call, Text path, List<Text> arguments) {
    return switch (call.file(path.value())) {
      case Surroundings.Lookup.Present(SourceFile file) ->
          ScriptRun.of(Shell.parse(file).tree(), call, Optional.of(arguments));
      case Surroundings.Lookup.Absent() ->
          Launched.unknown("the script %s is not there".formatted(path));
      case Surroundings.Lookup.Unseen(String why) -> Launched.unknown(why);
    };
  }

  /// The shell script that a program's name leads to, if it leads to one that we see.
  static Optional<SourceFile> find(Invocation call) {
    String name = call.program().value();
    List<String> paths =
        name.indexOf('/') >= 0
            ? call.path(name).map(List::of).orElse(List.of())
            : Stream.of("/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/bin/")
                .map(directory -> directory + name)
                .toList();
    for (String path : paths) {
      if (call.around().file(path) instanceof Surroundings.Lookup.Present(SourceFile file)
          && isShell(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  static boolean isShell(SourceFile file) {
    String first = file.line(1);
    return first.startsWith("#!") ? SHELL.matcher(first).matches() : file.path().endsWith(".sh");
  }
}
