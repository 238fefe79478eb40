package dev.nginxlint.lower;

import dev.nginxlint.server.Served;
import dev.nginxlint.stack.BadNumber;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The process of a server that a command turned out to start.
public final class ServedProcess {
  /// Servers that are mostly not what a proxy is there for: stores, dashboards, monitors.
  private static final Set<String> AUXILIARY =
      Set.of("flower", "memcached", "redis", "varnish", "haproxy", "jupyter", "supervisord");

  private ServedProcess() {}

  /// The process.
  ///
  /// @param runner who runs the command: unit, service, program
  /// @param number tells the servers of one runner apart; 0 if there is only one
  /// @param groups the groups of a user that the server changes to by itself, if they are known
  public static Process of(
      Served served, Process runner, int number, Function<String, Optional<Set<String>>> groups) {
    boolean alone = number == 0;
    return new Process(
        alone ? runner.id() : runner.id() + "#" + number,
        alone ? runner.label() : label(served.label(), runner.label()),
        runner.place(),
        alone ? runner.at() : served.at(),
        Optional.of(served.server()),
        Optional.empty(),
        identity(served, runner.identity(), groups),
        runner.sandbox(),
        served.limits(),
        runner.stop(),
        AUXILIARY.contains(served.server()) ? Role.AUXILIARY : Role.APPLICATION,
        runner.start());
  }

  /// What is to be said of the server alone.
  public static List<Remark> remarks(Served served, Process process) {
    List<Remark> remarks = new ArrayList<>();
    served.faults().forEach(fault -> remarks.add(remark(process, fault)));
    served
        .clients()
        .ifPresent(
            list ->
                remarks.add(
                    new Remark.ClientsAllowed(
                        process, list.at(), List.of(list.value().strip().split("[\\s,]+")))));
    return remarks;
  }

  private static Remark remark(Process process, Served.Fault fault) {
    return switch (fault.kind()) {
      case ADDRESS -> new Remark.BadBind(process, fault.at(), fault.message());
      case WORKERS -> new Remark.WorkersContradict(process, fault.at(), fault.message());
      case CHILDREN -> new Remark.ChildrenRefused(process, fault.at(), fault.message());
      case NUMBER -> new BadNumber(process, fault.at(), fault.message(), fault.fix().orElseThrow());
    };
  }

  /// A server as it is when a runner starts it: only root can become another user.
  public static Served started(Served served, Process runner) {
    boolean other =
        runner
            .identity()
            .user()
            .map(Effective::value)
            .filter(u -> !u.matches("root|0"))
            .isPresent();
    return other ? served.unprivileged() : served;
  }

  /// `program "web" of supervisord`; a pool's label names its php-fpm already.
  private static String label(String served, String runner) {
    return served.startsWith(runner) ? served : served + " of " + runner;
  }

  private static Identity identity(
      Served served, Identity runner, Function<String, Optional<Set<String>>> groups) {
    if (served.user().isEmpty() && served.group().isEmpty()) {
      return runner;
    }
    Optional<Effective<String>> user = served.user().or(runner::user);
    return new Identity(
        user,
        served.group().or(() -> served.user().isPresent() ? Optional.empty() : runner.group()),
        served.user().isPresent()
            ? served.user().flatMap(name -> groups.apply(name.value()))
            : runner.groups(),
        runner.umask());
  }
}
