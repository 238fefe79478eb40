package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Linter;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.compose.Projects;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Stack.Delivery;
import dev.nginxlint.stack.Target;
import dev.nginxlint.stack.TempRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A deployment that is to be run for real, with what the linter says of it.
///
/// @param plan how its containers are run, if it has any
/// @param calls the hops that are tried
/// @param fronts the ports that are published and that no nginx of the deployment dials, and those
///   of its nginx where nobody is known to answer: one of the host's is put in front of each
record Trial(
    Linter.Outcome outcome,
    SourceSet files,
    Optional<Plan> plan,
    List<Call> calls,
    List<Publication> fronts) {
  private static final int FRONT = 18080;

  /// A body that does not fit into a buffer of nginx.
  private static final long SPILLING = 100_000;

  /// Which hops are tried.
  enum Tried {
    ALL,
    /// Those that meet somebody, as far as the linter knows.
    ANSWERED
  }

  /// A deployment by its files.
  static Trial of(SourceSet set, Tried tried) {
    Linter.Outcome outcome = Linter.lint(set);
    Optional<ComposeProject> project = Projects.find(set).stream().findFirst();
    boolean all = tried == Tried.ALL;
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
                .filter(
                    delivery ->
                        delivery.answer() instanceof Answer.Found
                            ? !dialling.contains(delivery.publication().container().id())
                            : all)
                .map(Delivery::publication)
                .filter(publication -> publication.published().isPresent())
                .toList();
    return new Trial(outcome, set, project.map(p -> new Plan(set, p)), calls, fronts);
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
      request.map(one -> heavy(one, call)).ifPresent(one -> requests.addAll(List.of(one, one)));
    }
    for (int i = 0; i < fronts.size(); i++) {
      requests.add(new Request(0, "localhost", "http://127.0.0.1:" + (FRONT + i) + "/", 0, 0));
    }
    if (plan.isEmpty()) {
      return Rehearsal.ofHost(folder.resolve("tree"), requests, patience);
    }
    plan.get().write(folder);
    host(folder);
    return Rehearsal.ofProject(folder, requests, patience);
  }

  private Request heavy(Request request, Call call) {
    if (!(call.answer() instanceof Answer.Found(var listener, var _))) {
      return request;
    }
    Optional<Intake.Limit> body =
        outcome.stacks().stream()
            .filter(stack -> stack.calls().contains(call))
            .findFirst()
            .flatMap(stack -> stack.bodyTaken(listener));
    Optional<Intake.Limit> header = listener.owner().limits().intake().header();
    Request heavy = request.heavy(call.hop(), body, header);
    boolean spills =
        outcome.stacks().stream()
            .flatMap(stack -> stack.remarks(Remark.Unwritable.class).stream())
            .anyMatch(shut -> shut.use() == Remark.Use.REQUEST);
    long room =
        outcome.stacks().stream()
            .flatMap(stack -> stack.remarks(TempRoom.class).stream())
            .mapToLong(TempRoom::room)
            .max()
            .orElse(0);
    return spills ? heavy.with(SPILLING) : room > 0 ? heavy.with(room + SPILLING) : heavy;
  }

  /// Skips the test if a service that is dialled could not be run here.
  void assumeRunnable(Rehearsal rehearsal) {
    for (String line : rehearsal.idle()) {
      String[] parts = line.split(" ", 2);
      assumeTrue(calls.stream().noneMatch(call -> dials(call, parts[0])), parts[1]);
      assumeTrue(
          fronts.stream().noneMatch(f -> Plan.service(f.container()).equals(parts[0])), parts[1]);
    }
  }

  private static boolean dials(Call call, String service) {
    boolean named =
        call.hop().target() instanceof Target.Inet(var host, var _) && host.value().equals(service);
    return named
        || (call.answer() instanceof Answer.Found(var listener, var _)
            && Plan.service(listener.place()).equals(service));
  }

  private Optional<String> address(Place place) {
    return plan.isPresent() ? plan.get().address(place) : Optional.of("127.0.0.1");
  }

  /// The files of the host: those of the deployment, or the sites that are meant for it.
  private void host(Path folder) throws IOException {
    Path host = folder.resolve("host");
    if (files.layout() == SourceSet.Layout.HOST) {
      Folders.lay(folder.resolve("tree"), host);
    }
    Path sites = host.resolve("etc/nginx/conf.d");
    Set<String> loose =
        calls.stream()
            .filter(call -> call.hop().place().kind() == Place.Kind.HOST)
            .flatMap(call -> call.hop().site().stream())
            .map(site -> site.at().file().path())
            .collect(Collectors.toSet());
    for (String path :
        files.layout() == SourceSet.Layout.HOST ? List.<String>of() : files.files()) {
      if (loose.contains(files.shown(path))) {
        Files.createDirectories(sites);
        Path target = sites.resolve(path.substring(1).replace('/', '-') + ".conf");
        Files.copy(folder.resolve("tree" + path), target);
      }
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
}
