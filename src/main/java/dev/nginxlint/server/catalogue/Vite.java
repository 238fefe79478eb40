package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptSettings;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
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
    boolean preview = command.equals("preview");
    boolean told = host.isPresent() && line.has("--port");
    Optional<ScriptSettings> file =
        told ? Optional.empty() : file(call, line).map(found -> ScriptSettings.of(call, found));
    Setting port = line.last("--port").or(() -> port(file, preview));
    Setting name = host.orElseGet(() -> host(file, preview));
    // `true` is every address, as `--host` without one is.
    boolean everywhere = host.isPresent() || name.is("true");
    Setting on = name.is("true") ? new Setting.Absent() : name;
    if (!told && file.isEmpty() && !bare(call)) {
      serving.unknown("its configuration file is not in view");
    } else {
      int usual = preview ? 4173 : 5173;
      String where = everywhere ? "" : "localhost";
      boolean plugged = file.filter(all -> all.get("plugins").isOpen()).isPresent();
      if (plugged && !everywhere && !on.isOpen() && !port.isOpen()) {
        serving.guess(
            NodeHosts.PLAIN, Protocol.HTTP, where, usual, "a plugin may tell its address");
      } else {
        serving.listen(NodeHosts.PLAIN, Protocol.HTTP, on, where, port, usual);
      }
    }
    return serving.launched();
  }

  private static final List<String> ENDS = List.of("js", "mjs", "ts", "cjs", "mts", "cts");

  private static Setting port(Optional<ScriptSettings> file, boolean preview) {
    return file.map(all -> all.in(preview ? "preview" : "server").get("port"))
        .orElse(new Setting.Absent());
  }

  /// A preview without a host of its own takes that of the server (`resolvePreviewOptions`).
  private static Setting host(Optional<ScriptSettings> file, boolean preview) {
    Setting none = new Setting.Absent();
    Setting own = preview ? file.map(all -> all.in("preview").get("host")).orElse(none) : none;
    Setting host = own.or(() -> file.map(all -> all.in("server").get("host")).orElse(none));
    return host.is("false") ? none : host;
  }

  private static Optional<SourceFile> file(Invocation call, Given line) {
    List<String> paths =
        line.last("--config")
            .value()
            .map(path -> List.of(path.value()))
            .orElse(ENDS.stream().map(end -> "vite.config." + end).toList());
    for (String path : paths) {
      if (call.file(path) instanceof Surroundings.Lookup.Present(SourceFile file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// Whether we see that there is no configuration file.
  private static boolean bare(Invocation call) {
    return ENDS.stream()
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
