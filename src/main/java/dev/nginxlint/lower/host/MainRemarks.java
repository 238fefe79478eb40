package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.Optional;

/// What is to be said of the main level of an nginx and of the unit that starts it.
record MainRemarks(Configuration configuration, Process nginx, Draft draft) {
  /// The remarks on an nginx that a unit starts.
  void add(HostServices.NginxUnit unit) {
    Optional<Word> pid = argument(configuration.directives(), "pid");
    if (unit.pidFile().isPresent() && pid.isPresent()) {
      String written = pid.get().value();
      String path = Paths.within("/var/run", written) ? written.substring(4) : written;
      if (path.startsWith("/") && !path.equals(unit.pidFile().get().value())) {
        draft.add(
            UnitRemarks.elsewhere(
                unit.process(), unit.pidFile().get(), new Sourced<>(written, pid.get().at())));
      }
    }
    Optional<Word> own = argument(configuration.directives(), "worker_rlimit_nofile");
    Optional<Effective<Long>> limit =
        own.isPresent()
            ? own.flatMap(MainRemarks::number)
                .map(n -> Effective.of(new Sourced<>(n, own.get().at())))
            : unit.files();
    String source = own.isPresent() ? "worker_rlimit_nofile" : "LimitNOFILE=";
    Optional<Word> connections =
        configuration.directives().stream()
            .filter(directive -> directive.name().value().equals("events"))
            .findFirst()
            .flatMap(events -> argument(events.block(), "worker_connections"));
    Optional<Long> most = connections.flatMap(MainRemarks::number);
    if (limit.isPresent() && most.isPresent() && most.get() > limit.get().value()) {
      draft.add(
          new Remark.OpenFiles(nginx, connections.get().at(), most.get(), limit.get(), source));
    }
  }

  private static Optional<Word> argument(List<Directive> directives, String name) {
    return directives.stream()
        .filter(directive -> directive.name().value().equals(name))
        .filter(directive -> directive.arguments().size() == 1)
        .findFirst()
        .map(directive -> directive.arguments().getFirst());
  }

  private static Optional<Long> number(Word word) {
    return word.value().matches("\\d{1,12}")
        ? Optional.of(Long.valueOf(word.value()))
        : Optional.empty();
  }
}
