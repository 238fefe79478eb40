package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Clouded;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Overlay;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// foreman and its kin: every line `name: command` of a Procfile, each with a PORT of its own, and
/// with what `.env` sets.
final class Procfile implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -f --procfile FILE
          -p --port PORT
          -e --env FILE
          -d --app-root --root DIR
          -c --concurrency --formation LIST
          -m
          -t --timeout SECONDS
          --no-colour
          --no-prefix
          """);

  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]+):[ \\t]*(.*)");

  @Override
  public List<String> names() {
    return List.of("foreman", "honcho", "overmind", "hivemind", "goreman", "forego");
  }

  @Override
  public Launched read(Invocation start) {
    Given line = OPTIONS.read(start.arguments());
    List<String> words = line.operands().stream().map(Text::value).toList();
    boolean bare = start.name().equals("hivemind");
    boolean starts = bare || (!words.isEmpty() && words.getFirst().matches("start|s"));
    if (!starts || line.hidden().isPresent()) {
      return Launched.unknown("what %s starts is not known".formatted(start.name()));
    }
    Set<String> only = words.stream().skip(bare ? 0 : 1).collect(Collectors.toSet());
    String path = line.last("--procfile").value().map(Text::value).orElse("Procfile");
    return start.file(path) instanceof Surroundings.Lookup.Present(SourceFile file)
        ? read(start, file, only)
        : Launched.unknown("the Procfile is not seen");
  }

  private static Launched read(Invocation start, SourceFile file, Set<String> only) {
    String why = start.name() + " sets it";
    Surroundings around =
        Overlay.with(
            new Clouded(start.around(), why), "PORT", new Surroundings.Variable.Unknown(why));
    Invocation call =
        new Invocation(
            start.program(), start.arguments(), around, start.launcher(), start.depth() + 1);
    Launched all = Launched.NOTHING;
    for (int number = 1; number <= file.lineCount(); number++) {
      Matcher line = LINE.matcher(file.line(number));
      if (line.matches() && (only.isEmpty() || only.contains(line.group(1)))) {
        int from = file.lineStart(number);
        Text command = Text.of(file.span(from + line.start(2), from + line.end(2)));
        all = all.and(ScriptRun.of(Shell.parse(command).tree(), call, Optional.of(List.of())));
      }
    }
    return all;
  }
}
