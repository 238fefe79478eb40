package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Composed;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// Docker starts nginx again after a crash or a reboot, and not the service that it passes to.
public final class NoRestartPolicy implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Composed> all = stack.remarks(Composed.class);
    return all.stream()
        .filter(app -> app.restart().isEmpty() && app.process().start() == Start.AUTOMATIC)
        .filter(app -> app.process().role() != Role.PROXY)
        .flatMap(app -> nginx(stack, all, app).map(nginx -> finding(app, nginx)).stream())
        .toList();
  }

  /// An nginx that comes back whatever happens, and passes to the service.
  private static Optional<Composed> nginx(Stack stack, List<Composed> all, Composed app) {
    return all.stream()
        .filter(
            other ->
                other
                    .restart()
                    .filter(policy -> policy.value().matches("always|unless-stopped|any"))
                    .isPresent())
        .filter(
            other ->
                stack.processes().stream()
                    .filter(process -> process.place().id().equals(app.place()))
                    .flatMap(process -> stack.hopsTo(process).stream())
                    .anyMatch(hop -> hop.place().id().equals(other.place())))
        .findFirst();
  }

  private static Finding finding(Composed app, Composed nginx) {
    String name = app.process().place().label();
    return Finding.at(
            app.at(),
            "no restart here",
            "Docker starts %s again after a crash or a reboot, but not %s, which it passes to"
                .formatted(nginx.process().place().label(), name))
        .and(nginx.restart().orElseThrow().at(), "this one comes back")
        .effect("502 from then on, until somebody starts it")
        .fix("give %s the same restart".formatted(name));
  }
}
