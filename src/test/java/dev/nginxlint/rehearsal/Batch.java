package dev.nginxlint.rehearsal;

import dev.nginxlint.Linter;
import dev.nginxlint.rehearsal.generated.Deployment;
import dev.nginxlint.rehearsal.generated.Generator.Load;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Many generated deployments that share one machine, each judged by itself.
final class Batch {
  private final Load load;
  private final List<Asked> asked = new ArrayList<>();

  /// A pass, and the request that goes through it.
  private record Asked(Deployment deployment, Judged judged, Request request) {}

  Batch(Load load) {
    this.load = load;
    for (Deployment deployment : load.deployments()) {
      for (Judged judged : Judged.of(Linter.lint(SourceSet.of(deployment.files())))) {
        Optional<Request> request =
            Request.through(judged.calls().getFirst().hop(), 0, "127.0.0.1");
        asked.add(new Asked(deployment, judged, request.orElseThrow()));
      }
    }
  }

  /// Runs them in a folder, and holds what the linter says against what becomes of them.
  List<Tried> run(Path folder) throws IOException {
    Path host = folder.resolve("host");
    for (Deployment deployment : load.deployments()) {
      write(host, deployment.files());
    }
    write(host, load.machine().unseen());
    Rehearsal rehearsal = Rehearsal.ofMany(folder, asked.stream().map(Asked::request).toList());
    if (rehearsal.answers().size() != asked.size()) {
      throw new IOException("the machine did not come up: " + rehearsal);
    }
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      String site = Path.of(one.judged().calls().getFirst().hop().at().file().path()).getFileName().toString();
      boolean refused = rehearsal.failed().stream().anyMatch(l -> l.startsWith(site + " refused"));
      tried.add(
          new Tried(
              one.deployment(),
              one.judged(),
              refused ? Tried.Real.REFUSED : Tried.Real.of(rehearsal.answers().get(i).status()),
              log(rehearsal, one)));
    }
    return tried;
  }

  private static String log(Rehearsal rehearsal, Asked asked) {
    String name = asked.deployment().name();
    String own = ".*\\b(" + name + "|" + name.replace('x', 's') + ")[ab]?\\b.*";
    return (rehearsal.log() + "\n" + String.join("\n", rehearsal.failed()))
        .lines()
        .filter(line -> line.matches(own))
        .limit(12)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// Writes files below a folder.
  static void write(Path tree, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = tree.resolve(file.getKey());
      Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(tree));
      Files.writeString(path, file.getValue());
    }
  }
}
