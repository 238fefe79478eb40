package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.source.Hole;
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
    written(unit);
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

  /// Of all that cannot be written the first that is noticed: what nginx opens when it starts, then
  /// where it puts a body.
  private void written(HostServices.NginxUnit unit) {
    List<Directive> http =
        configuration.directives().stream()
            .filter(directive -> directive.name().value().equals("http"))
            .flatMap(block -> block.block().stream())
            .toList();
    WritablePaths paths = unit.writable();
    List<Directive> main = configuration.directives();
    unwritable(paths, main, "error_log", List.of("/var/log/nginx/error.log"), Remark.Use.START)
        .or(
            () ->
                unwritable(
                    paths,
                    http,
                    "access_log",
                    List.of("/var/log/nginx/access.log"),
                    Remark.Use.START))
        .or(() -> unwritable(paths, main, "pid", List.of("/run/nginx.pid"), Remark.Use.START))
        .or(
            () ->
                unwritable(
                    paths,
                    http,
                    "client_body_temp_path",
                    List.of("/var/lib/nginx/body", "/var/cache/nginx/client_temp"),
                    Remark.Use.REQUEST))
        .ifPresent(draft::add);
  }

  /// What a package chose is one of several paths.
  private Optional<Remark> unwritable(
      WritablePaths writable,
      List<Directive> block,
      String directive,
      List<String> usual,
      Remark.Use use) {
    Optional<Word> word = argument(block, directive);
    boolean told = block.stream().anyMatch(d -> d.name().value().equals(directive));
    List<String> paths = word.map(w -> List.of(w.value())).orElse(told ? List.of() : usual);
    List<Sourced<String>> closed =
        paths.stream()
            .filter(path -> path.startsWith("/") && !Hole.in(path) && path.indexOf('$') < 0)
            .flatMap(path -> writable.closed(path).stream())
            .toList();
    return !closed.isEmpty() && closed.size() == paths.size()
        ? Optional.of(
            new Remark.Unwritable(
                nginx,
                closed.getFirst().at(),
                directive,
                paths.getFirst(),
                closed.getFirst().value(),
                use))
        : Optional.empty();
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
