package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// vite and vite preview: on localhost, `--host` alone being everywhere; a configuration file may
/// say more.
final class Vite implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --port PORT
          --strictPort
          --open
          --cors
          --force
          -c --config FILE
          --base PATH
          -l --logLevel LEVEL
          -d --debug
          -m --mode NAME
          --outDir DIR
          --clearScreen
          """);

  private static final Set<String> SERVING = Set.of("", "dev", "serve", "preview");

  @Override
  public List<String> names() {
    return List.of("vite");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = new ArrayList<>(call.arguments());
    Optional<Setting> host = host(words);
    Given line = OPTIONS.read(words);
    String command = line.operand(0).value().map(Text::value).orElse("");
    if (!SERVING.contains(command)) {
      return Launched.NOTHING;
    }
    Serving serving = NodeHosts.serving("vite", call);
    boolean told = host.isPresent() && line.has("--port");
    if (!told && !configured(call)) {
      serving.unknown("its configuration file is not read");
    } else {
      int port = command.equals("preview") ? 4173 : 5173;
      serving.listen(
          NodeHosts.PLAIN,
          Protocol.HTTP,
          host.orElse(new Setting.Absent()),
          host.isPresent() ? "" : "localhost",
          line.last("--port"),
          port);
    }
    return serving.launched();
  }

  /// Whether we see that there is no configuration file.
  private static boolean configured(Invocation call) {
    return List.of("js", "ts", "mjs", "mts", "cjs").stream()
        .allMatch(end -> call.file("vite.config." + end) instanceof Surroundings.Lookup.Absent);
  }

  /// `--host` has a value only if one follows; it is taken out of the words.
  private static Optional<Setting> host(List<Text> words) {
    for (int i = 0; i < words.size(); i++) {
      Text word = words.get(i);
      if (word.value().startsWith("--host=")) {
        words.remove(i);
        return Optional.of(new Setting.Value(word.slice(7, word.length())));
      }
      if (word.value().equals("--host")) {
        words.remove(i);
        boolean follows = i < words.size() && !words.get(i).value().startsWith("-");
        return Optional.of(follows ? new Setting.Value(words.remove(i)) : new Setting.Absent());
      }
    }
    return Optional.empty();
  }
}
