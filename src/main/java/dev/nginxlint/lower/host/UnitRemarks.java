package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.catalogue.Behaviours;
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
      needed.accounts(accounts);
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
        draft.add(new Remark.RemovedAtStop(process, word.span(), "/run/" + name));
      }
    }
  }

  /// Remarks on a server that the unit starts.
  void served(
      Process process, Served served, Surroundings around, List<Listener> listeners) {
    draft.add(
        new Remark.Supervised(
            process,
            process.at(),
            told("Type", "simple"),
            told("Restart", "no"),
            behaviour(served, around).orElse(unknown(process)),
            after()));
    WritablePaths writable = new WritablePaths(service);
    listeners.stream()
        .filter(listener -> served.binds().contains(listener.bind()))
        .forEach(listener -> writable.check(process, listener).ifPresent(draft::add));
  }

  private Effective<String> told(String key, String otherwise) {
    return service.effective(key).orElse(new Effective.Default<>(otherwise, "systemd"));
  }

  /// Where a main process that ended is not the end of the unit, nothing is known to go wrong.
  private Optional<Behaviour> behaviour(Served served, Surroundings around) {
    boolean stays =
        service.flag("RemainAfterExit").filter(flag -> flag.value()).isPresent()
            || service.text("KillMode").filter(t -> !t.value().matches("control-group|mixed")).isPresent();
    List<Text> lines = service.list("ExecStart");
    return stays || lines.size() != 1
        ? Optional.empty()
        : ExecLine.parse(lines.getFirst()).tree().commands().stream()
            .findFirst()
            .flatMap(exec -> Behaviours.of(served.server(), exec.words(environment), around));
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
