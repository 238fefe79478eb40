package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// nuxt start and nuxt preview run what `nuxt build` left behind, nuxt dev listens itself; before
/// version 3 all of them read other settings.
final class Nuxt implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -p --port PORT
          -h --host HOST
          --dotenv FILE
          --cwd DIR
          --envName NAME
          -e --extends NAME
          --logLevel LEVEL
          --https
          --no-fork
          --no-clear
          --clear
          -o --open
          """);

  private static final Set<String> BUILT = Set.of("start", "preview");
  private static final Pattern MODERN =
      Pattern.compile("\"(?:nuxt3|nuxt\"\\s*:\\s*\"[^\"0-9]*(?:[3-9]|\\d\\d))");
  private static final List<String> CONFIGURATIONS =
      List.of("nuxt.config.ts", "nuxt.config.js", "nuxt.config.mjs");

  @Override
  public List<String> names() {
    return List.of("nuxt", "nuxi");
  }

  @Override
  public Launched read(Invocation start) {
    Given line = OPTIONS.read(start.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("dev");
    if (!command.equals("dev") && !BUILT.contains(command)) {
      return Launched.NOTHING;
    }
    Setting directory = line.last("--cwd").or(() -> line.operand(1));
    Invocation call = directory.value().map(to -> start.in(to.value())).orElse(start);
    Serving serving = NodeHosts.serving("nuxt", call).described("nuxt " + command, call.at());
    if (!isModern(call)) {
      serving.unknown("which version of nuxt it is, is not seen");
    } else if (mayBeSet(call, ".env", "(?m)^\\s*(NUXT|NITRO)?_?(PORT|HOST)\\b")) {
      serving.unknown("its .env may set its address");
    } else if (BUILT.contains(command)) {
      Nitro.listen(serving, call, port(call, line));
    } else {
      develop(serving, call, line);
    }
    return serving.launched();
  }

  private static Setting port(Invocation call, Given line) {
    return line.last("--port")
        .or(() -> call.filled("NUXT_PORT"))
        .or(() -> call.filled("NITRO_PORT"))
        .or(() -> call.filled("PORT"));
  }

  private static void develop(Serving serving, Invocation call, Given line) {
    boolean configured =
        CONFIGURATIONS.stream().anyMatch(path -> mayBeSet(call, path, "\\bdevServer\\b"));
    Setting host =
        Stream.of("NUXT_HOST", "NITRO_HOST", "HOST")
            .map(call::filled)
            .reduce(line.last("--host"), (first, next) -> first.or(() -> next));
    if (configured || line.has("--https")) {
      serving.unknown("its devServer is not read");
    } else if (!host.isOpen()) {
      serving.unknown("without a host its version decides where it listens");
    } else {
      serving.listen(NodeHosts.PLAIN, Protocol.HTTP, host, "", port(call, line), 3000);
    }
  }

  private static boolean isModern(Invocation call) {
    return call.file("package.json") instanceof Surroundings.Lookup.Present(SourceFile file)
        && MODERN.matcher(file.text()).find();
  }

  /// Whether a file may have something of what a pattern finds.
  private static boolean mayBeSet(Invocation call, String path, String pattern) {
    return switch (call.file(path)) {
      case Surroundings.Lookup.Absent() -> false;
      case Surroundings.Lookup.Unseen _ -> true;
      case Surroundings.Lookup.Present(SourceFile file) ->
          Pattern.compile(pattern).matcher(file.text()).find();
    };
  }
}
