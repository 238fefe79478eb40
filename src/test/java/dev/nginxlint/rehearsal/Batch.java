package dev.nginxlint.rehearsal;

import dev.nginxlint.Deployments;
import dev.nginxlint.Linter;
import dev.nginxlint.lower.compose.Projects;
import dev.nginxlint.rehearsal.generated.Compose;
import dev.nginxlint.rehearsal.generated.Deployment;
import dev.nginxlint.rehearsal.generated.Generator.Load;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Many generated deployments that share one machine, each judged by itself.
final class Batch {
  private final Load load;
  private final Map<String, String> together = new LinkedHashMap<>();
  private final Optional<Plan> plan;
  private final List<Asked> asked = new ArrayList<>();

  /// A pass, and the request that goes through it.
  private record Asked(Deployment deployment, Judged judged, Request request) {
    Hop hop() {
      return judged.calls().getFirst().hop();
    }
  }

  Batch(Load load) {
    this.load = load;
    together.putAll(load.machine().files());
    load.deployments().forEach(deployment -> together.putAll(deployment.own()));
    List<Compose> composed =
        load.deployments().stream().flatMap(one -> one.compose().stream()).toList();
    if (!composed.isEmpty()) {
      together.put(Deployment.COMPOSE, Compose.file(composed));
    }
    SourceSet all = SourceSet.of(together);
    plan = Projects.find(all).stream().findFirst().map(project -> new Plan(all, project));
    for (Deployment deployment : load.deployments()) {
      for (Judged judged : Judged.of(Linter.lint(SourceSet.of(deployment.files())))) {
        Hop hop = judged.calls().getFirst().hop();
        String address =
            plan.map(containers -> containers.address(hop.place()).orElseThrow())
                .orElse("127.0.0.1");
        Request request = Request.through(hop, 0, address).orElseThrow();
        asked.add(new Asked(deployment, judged, request));
      }
    }
  }

  /// Runs them in a folder, and holds what the linter says against what becomes of them.
  List<Tried> run(Path folder) throws IOException {
    if (plan.isPresent()) {
      Deployments.write(folder.resolve("tree"), together);
      plan.get().write(folder);
    }
    Deployments.write(folder.resolve("host"), together);
    Deployments.write(folder.resolve("host"), load.machine().unseen());
    Rehearsal rehearsal = Rehearsal.ofMany(folder, asked.stream().map(Asked::request).toList(), 4);
    if (rehearsal.answers().size() != asked.size()) {
      throw new IOException("the machine did not come up: " + rehearsal);
    }
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      Tried.Real real =
          rehearsal.failed().stream().anyMatch(refused(one.hop())::equals)
              ? Tried.Real.REFUSED
              : Tried.Real.of(rehearsal.answers().get(i).status());
      tried.add(new Tried(one.deployment(), one.judged(), real, log(rehearsal, one)));
    }
    return tried;
  }

  /// What is noted where nginx does not start with the site of a hop.
  private static String refused(Hop hop) {
    return hop.place().kind() == Place.Kind.CONTAINER
        ? Plan.service(hop.place()) + " exited 1"
        : Path.of(hop.pass().at().file().path()).getFileName() + " refused";
  }

  private static String log(Rehearsal rehearsal, Asked asked) {
    String name = asked.deployment().name();
    String own = ".*\\b(" + name + "|" + name.replace('x', 's') + ")(a|b|app|web)?\\b.*";
    return (rehearsal.log() + "\n" + String.join("\n", rehearsal.failed()))
        .lines()
        .filter(line -> line.matches(own))
        .limit(12)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
