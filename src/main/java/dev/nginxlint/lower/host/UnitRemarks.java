package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.catalogue.Behaviours;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Behaviour;
import dev.nginxlint.stack.Behaviour.Notice;
import dev.nginxlint.stack.Behaviour.Stay;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is to be said of one service by itself: how it starts, what it needs, how it stays.
record UnitRemarks(
    Unit unit, UnitSettings service, UnitEnvironment environment, View view, Draft draft) {
  private static final long OPEN_FILES = 1024;

  /// Remarks on what the unit needs to start at all.
  void started(Process process, Accounts accounts) {
    boolean elsewhere =
        Stream.of("RootDirectory", "RootImage", "BindPaths", "BindReadOnlyPaths")
            .anyMatch(service::has);
    // A unit whose condition does not hold is not started, and fails nobody.
    boolean conditional =
        unit.parts().stream()
            .flatMap(part -> part.sections().stream())
            .flatMap(section -> section.entries().stream())
            .map(entry -> entry.key().value())
            .anyMatch(key -> key.startsWith("Condition") || key.startsWith("Assert"));
    if (!conditional && process.start() != Process.Start.BY_HAND) {
      Prerequisites needed = new Prerequisites(service, view, process, draft);
      if (!unit.manager().isOfUser()) {
        needed.accounts(accounts);
      }
      if (!elsewhere) {
        needed.files();
      }
    }
    for (Text line : service.list("ExecStart")) {
      UnsetVariables.in(line, environment)
          .forEach(name -> draft.add(new Remark.Unset(process, name.at(), name.value())));
    }
    boolean kept =
        service.text("RuntimeDirectoryPreserve").filter(t -> !t.value().equals("no")).isPresent();
    for (Text word : service.words("RuntimeDirectory", Escapes.DROPPED)) {
      if (!kept) {
        String name = word.value().split(":", 2)[0];
        String base = unit.manager().folders().runtime();
        draft.add(new Remark.RemovedAtStop(process, word.span(), base + "/" + name));
      }
    }
  }

  /// Remarks on a server that the unit starts.
  void served(Process process, Served served, Surroundings around, List<Listener> listeners) {
    for (Unit.Later later : unit.later()) {
      draft.add(
          new Remark.NotYetKnown(
              process,
              later.entry().at(),
              later.arrival().written(),
              later.systemd(),
              later.arrival().since()));
    }
    draft.add(
        new Remark.Supervised(
            process,
            process.at(),
            told("Type", "simple"),
            told("Restart", "no"),
            behaviour(served, around).orElse(unknown(process)),
            after(),
            unit.entries("Install", "WantedBy").stream().map(UnitTree.Entry::at).findFirst()));
    pidFile()
        .flatMap(
            awaited ->
                exec()
                    .flatMap(words -> Behaviours.pidFile(served.server(), words))
                    .filter(written -> !run(written.value()).equals(awaited.value()))
                    .map(written -> elsewhere(process, awaited, written.sourced())))
        .ifPresent(draft::add);
    WritablePaths writable = new WritablePaths(service);
    listeners.stream()
        .filter(listener -> served.binds().contains(listener.bind()))
        .forEach(listener -> writable.check(process, listener).ifPresent(draft::add));
    exec()
        .flatMap(words -> Scratch.of(served, words, around))
        .flatMap(scratch -> writable.check(process, served.at(), scratch))
        .ifPresent(draft::add);
  }

  /// The file that systemd waits for until the number of the main process stands in it.
  Optional<Sourced<String>> pidFile() {
    boolean waits = told("Type", "simple").value().equals("forking");
    return service
        .text("PIDFile")
        .filter(path -> waits && !Hole.in(path))
        .map(path -> path.sourced().with(run(path.value())));
  }

  /// A path as systemd takes it: relative ones lie in /run, and /var/run is /run.
  private static String run(String path) {
    String absolute = Paths.resolve("/run", path);
    return Paths.within("/var/run", absolute) ? absolute.substring(4) : absolute;
  }

  /// How many files the processes may have open: the first number of `LimitNOFILE=`, or systemd's
  /// own.
  Optional<Effective<Long>> files() {
    if (!service.has("LimitNOFILE")) {
      return Optional.of(new Effective.Default<>(OPEN_FILES, "systemd"));
    }
    return service
        .text("LimitNOFILE")
        .map(Text::sourced)
        .filter(limit -> limit.value().matches("\\d{1,12}(:.*)?"))
        .map(limit -> Effective.of(limit.map(value -> Long.valueOf(value.split(":", 2)[0]))));
  }

  private Effective<String> told(String key, String otherwise) {
    return service.effective(key).orElse(new Effective.Default<>(otherwise, "systemd"));
  }

  /// Where a main process that ended is not the end of the unit, nothing is known to go wrong.
  private Optional<Behaviour> behaviour(Served served, Surroundings around) {
    boolean stays =
        service.isOn("RemainAfterExit")
            || service
                .text("KillMode")
                .filter(t -> !t.value().matches("control-group|mixed"))
                .isPresent();
    List<Text> lines = service.list("ExecStart");
    return stays || lines.size() != 1
        ? Optional.empty()
        : exec().flatMap(words -> Behaviours.of(served.server(), words, around));
  }

  /// The command that starts the service.
  private Optional<List<Text>> exec() {
    return service.list("ExecStart").stream()
        .flatMap(line -> ExecLine.parse(line).tree().commands().stream())
        .findFirst()
        .map(exec -> exec.words(environment));
  }

  /// A remark on a file that systemd waits for and nobody writes.
  static Remark elsewhere(Process process, Sourced<String> awaited, Sourced<String> written) {
    return new Remark.PidFileElsewhere(
        process, awaited.at(), awaited.value(), written.value(), written.at());
  }

  private static Behaviour unknown(Process process) {
    return new Behaviour(Stay.UNKNOWN, Notice.UNKNOWN, process.at());
  }

  private Set<String> after() {
    Set<String> names = new HashSet<>();
    for (String key : List.of("After", "Requires", "Wants", "BindsTo")) {
      for (UnitTree.Entry entry : unit.entries("Unit", key)) {
        Words.split(entry.value(), Escapes.KEPT).tree().forEach(word -> names.add(word.value()));
      }
    }
    return names;
  }
}
