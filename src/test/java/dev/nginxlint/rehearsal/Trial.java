package dev.nginxlint.rehearsal;

import dev.nginxlint.Linter;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.compose.Projects;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Stack.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A deployment that is to be run for real, with what the linter says of it.
///
/// @param plan how its containers are run, if it has any
/// @param calls the hops that are tried
/// @param fronts the ports that are published and that no nginx of the deployment dials: one of the
///   host's is put in front of each
record Trial(
    Linter.Outcome outcome,
    SourceSet.Layout layout,
    Optional<Plan> plan,
    List<Call> calls,
    List<Publication> fronts) {
  private static final int FRONT = 18080;

  /// A deployment by its files.
  ///
  /// @param answered whether only what meets somebody is tried
  static Trial of(Map<String, String> files, boolean answered) {
    SourceSet set = SourceSet.of(files);
    Linter.Outcome outcome = Linter.lint(set);
    Optional<ComposeProject> project = Projects.find(set).stream().findFirst();
    boolean all = !answered || project.isEmpty();
    List<Stack> stacks = outcome.stacks();
    List<Call> calls =
        stacks.stream()
            .flatMap(stack -> stack.calls().stream())
            .filter(call -> all || call.answer() instanceof Answer.Found)
            .toList();
    Set<String> dialling =
        stacks.stream()
            .flatMap(stack -> stack.calls().stream())
            .map(call -> call.hop().place().id())
            .collect(Collectors.toSet());
    List<Publication> fronts =
        dialling.contains("host")
            ? List.of()
            : stacks.stream()
                .flatMap(stack -> stack.deliveries().stream())
                .filter(delivery -> all || delivery.answer() instanceof Answer.Found)
                .map(Delivery::publication)
                .filter(publication -> publication.published().isPresent())
                .filter(publication -> !dialling.contains(publication.container().id()))
                .toList();
    return new Trial(outcome, set.layout(), project.map(p -> new Plan(set, p)), calls, fronts);
  }

  /// Runs it.
  ///
  /// @param folder has the files in its folder `tree`
  /// @param seconds how long the application takes to answer a request through a hop
  /// @param patience how many seconds to wait at least until the requests are made
  Rehearsal run(Path folder, ToDoubleFunction<Call> seconds, int patience) throws IOException {
    List<Request> requests = new ArrayList<>();
    for (Call call : calls) {
      Optional<String> address = address(call.hop().place());
      Optional<Request> request =
          address.flatMap(any -> Request.through(call.hop(), seconds.applyAsDouble(call), any));
      request.ifPresent(one -> requests.addAll(List.of(one, one)));
    }
    for (int i = 0; i < fronts.size(); i++) {
      requests.add(new Request(0, "localhost", "http://127.0.0.1:" + (FRONT + i) + "/"));
    }
    if (plan.isEmpty()) {
      return Rehearsal.ofHost(folder.resolve("tree"), requests, patience);
    }
    plan.get().write(folder);
    host(folder);
    return Rehearsal.ofProject(folder, requests, patience);
  }

  private Optional<String> address(Place place) {
    return plan.isPresent() ? plan.get().address(place) : Optional.of("127.0.0.1");
  }

  /// The files of the host: those of the deployment, or the sites that are meant for it.
  private void host(Path folder) throws IOException {
    Path host = folder.resolve("host");
    if (layout == SourceSet.Layout.HOST) {
      copy(folder.resolve("tree"), host);
    }
    Path sites = host.resolve("etc/nginx/conf.d");
    Set<String> loose =
        calls.stream()
            .filter(call -> call.hop().place().kind() == Place.Kind.HOST)
            .flatMap(call -> call.hop().site().stream())
            .map(site -> site.at().file().path())
            .collect(Collectors.toSet());
    for (String site : layout == SourceSet.Layout.HOST ? Set.<String>of() : loose) {
      Files.createDirectories(sites);
      Path target = sites.resolve(site.replace('/', '-') + ".conf");
      Files.copy(folder.resolve("tree").resolve(site), target);
    }
    StringBuilder servers = new StringBuilder();
    for (int i = 0; i < fronts.size(); i++) {
      servers.append(
          String.format(
              "server { listen 127.0.0.1:%d; location / { proxy_pass http://%s; } }\n",
              FRONT + i, published(fronts.get(i))));
    }
    if (!fronts.isEmpty()) {
      Files.createDirectories(sites);
      Files.writeString(sites.resolve("fronts.conf"), servers);
    }
  }

  private static String published(Publication publication) {
    String address =
        publication
            .host()
            .filter(host -> !host.value().isAny())
            .map(host -> host.value().beforePort())
            .orElse("127.0.0.1");
    return address + ":" + publication.published().orElseThrow().value();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
