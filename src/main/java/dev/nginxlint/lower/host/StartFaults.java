package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.unit.Timespan;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Why systemd refuses a service, or gives it up while it starts.
record StartFaults(Unit unit, UnitSettings service, UnitEnvironment environment, Draft draft) {
  private static final Duration START_DEFAULT = Duration.ofSeconds(90);
  private static final Duration RESTART_DEFAULT = Duration.ofMillis(100);
  private static final Duration LIMIT_DEFAULT = Duration.ofSeconds(10);

  /// What a shell does first, and waits for.
  private static final Pattern SLEEP = Pattern.compile("\\s*(?:/usr)?(?:/bin/)?sleep\\s+([^;&|]+)");

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)([smhd]?)");

  /// The remarks on a service; what a template has yet to decide, nobody can know.
  void add(Process process) {
    boolean open = service.has("Type") && service.effective("Type").isEmpty();
    if (!open && unit.problems().isEmpty()) {
      boolean once =
          service.text("Type").filter(type -> type.value().equals("oneshot")).isPresent();
      if (!once) {
        second(process);
      }
      start(once)
          .ifPresent(
              limit ->
                  Stream.of("ExecStartPre", "ExecStartPost")
                      .forEach(key -> waits(key, limit, process)));
      limits(process);
    }
  }

  /// Only a oneshot service may have several commands. A drop-in by itself waits for a unit that
  /// has one already.
  private void second(Process process) {
    List<Text> commands = service.list("ExecStart");
    boolean reset =
        unit.entries("Service", "ExecStart").stream().anyMatch(e -> e.value().length() == 0);
    boolean alone = unit.state() == Unit.State.MISSING && !reset;
    if (commands.size() > (alone ? 0 : 1)) {
      Optional<Span> first =
          commands.size() > 1 ? Optional.of(commands.getFirst().span()) : Optional.empty();
      draft.add(new Remark.SecondCommand(process, commands.getLast().span(), first));
    }
  }

  /// The time that each command of the start has; empty if it has no end.
  private Optional<Effective<Duration>> start(boolean once) {
    List<Entry> entries =
        Stream.of("TimeoutStartSec", "TimeoutSec")
            .flatMap(key -> unit.entries("Service", key).stream())
            .toList();
    if (entries.isEmpty()) {
      return once
          ? Optional.empty()
          : Optional.of(new Effective.Default<>(START_DEFAULT, "systemd"));
    }
    Text last = entries.getLast().value();
    boolean both = entries.stream().map(e -> e.key().value()).distinct().count() > 1;
    return !both
            && !Hole.in(last)
            && Timespan.parse(last).orElse(new Timespan.Infinite())
                instanceof Timespan.Finite(Duration time)
            && !time.isZero()
        ? Optional.of(new Effective.Written<>(time, last.span()))
        : Optional.empty();
  }

  private void waits(String key, Effective<Duration> limit, Process process) {
    for (Text line : service.list(key)) {
      for (ExecLine.Exec exec : ExecLine.parse(line).tree().commands()) {
        slept(exec.words(environment))
            .filter(time -> time.compareTo(limit.value()) >= 0)
            .ifPresent(
                time ->
                    draft.add(new Remark.StartWaits(process, line.span(), key + "=", time, limit)));
      }
    }
  }

  /// How long a command does nothing but sleep at first.
  private static Optional<Duration> slept(List<Text> words) {
    List<String> plain = words.stream().map(Text::value).toList();
    boolean shell = plain.size() > 2 && plain.getFirst().matches("(.*/)?(ba|da)?sh");
    String command =
        shell && plain.get(1).matches("-[el]*c") ? plain.get(2) : String.join(" ", plain);
    Matcher sleep = SLEEP.matcher(command);
    return sleep.lookingAt() ? sum(sleep.group(1)) : Optional.empty();
  }

  private static Optional<Duration> sum(String words) {
    Duration sum = Duration.ZERO;
    for (String word : words.strip().split("\\s+", -1)) {
      Matcher length = LENGTH.matcher(word);
      if (!length.matches()) {
        return Optional.empty();
      }
      long unit =
          switch (length.group(2)) {
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86400;
            default -> 1;
          };
      sum = sum.plusMillis(Math.round(Double.parseDouble(length.group(1)) * 1000 * unit));
    }
    return Optional.of(sum);
  }

  /// systemd reads `StartLimitIntervalSec=` in `[Unit]` only; the older `StartLimitInterval=` and
  /// `StartLimitBurst=` count in both. Where restarts are so far apart that its own limit is never
  /// reached, nothing is lost.
  private void limits(Process process) {
    List<Entry> ignored = unit.entries("Service", "StartLimitIntervalSec");
    boolean read =
        !unit.entries("Unit", "StartLimitIntervalSec").isEmpty()
            || Stream.of("Unit", "Service")
                .anyMatch(section -> !unit.entries(section, "StartLimitInterval").isEmpty());
    boolean restarts = service.text("Restart").filter(t -> !t.value().equals("no")).isPresent();
    Optional<Long> burst =
        Stream.of("Unit", "Service")
            .flatMap(section -> unit.entries(section, "StartLimitBurst").stream())
            .map(entry -> entry.value().value())
            .reduce((_, later) -> later)
            .or(() -> Optional.of("5"))
            .filter(number -> number.matches("\\d{1,6}"))
            .map(Long::valueOf);
    Duration pause = service.time("RestartSec").map(Sourced::value).orElse(RESTART_DEFAULT);
    if (!ignored.isEmpty()
        && !read
        && restarts
        && burst.filter(n -> pause.multipliedBy(n).compareTo(LIMIT_DEFAULT) < 0).isPresent()) {
      Entry last = ignored.getLast();
      draft.add(
          new Remark.StartLimitIgnored(process, last.at(), last.value().value(), burst.get()));
    }
  }
}
