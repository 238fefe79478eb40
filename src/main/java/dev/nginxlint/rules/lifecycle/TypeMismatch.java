package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Behaviour.Notice;
import dev.nginxlint.stack.Behaviour.Stay;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Remark.Supervised;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// systemd waits for something else than what the server does when it has started.
public final class TypeMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Supervised.class).stream()
        .flatMap(unit -> finding(unit).stream())
        .toList();
  }

  private static Optional<Finding> finding(Supervised unit) {
    String server = unit.process().server().orElse("the server");
    String name = unit.process().label();
    Stay stay = unit.behaviour().stay();
    return switch (unit.type().value()) {
      case "forking" ->
          stay == Stay.FOREGROUND
              ? Optional.of(
                  waiting(unit, "waits for %s to go to the background".formatted(server))
                      .fix("set Type=%s".formatted(fitting(unit)))
                      .remedy(type(unit, fitting(unit)), Remedy.Safety.UNSAFE))
              : Optional.empty();
      case "notify", "notify-reload" ->
          unit.behaviour().notice() == Notice.NEVER
              ? Optional.of(
                  waiting(unit, "waits for %s to say that it is ready".formatted(server))
                      .fix("set Type=exec, or Type=simple before systemd 240")
                      .remedy(type(unit, "exec"), Remedy.Safety.UNSAFE))
              : Optional.empty();
      case "simple", "exec" ->
          stay == Stay.BACKGROUND
              ? Optional.of(ending(unit, "%s goes to the background".formatted(server), name))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Edit> type(Supervised unit, String type) {
    return unit.type().written().map(at -> new Edit(at, type));
  }

  private static String fitting(Supervised unit) {
    return unit.behaviour().notice() == Notice.SENT ? "notify" : "exec";
  }

  /// The server works until systemd loses patience.
  private static Finding waiting(Supervised unit, String why) {
    String name = unit.process().label();
    return Finding.at(
            unit.type().written().orElse(unit.at()),
            why + ", which it never does",
            "systemd %s, which it never does, and kills %s".formatted(why, name))
        .and(unit.behaviour().at(), "started here")
        .effect(
            "%s is killed after TimeoutStartSec=, 90s by default; start operation timed out"
                .formatted(name));
  }

  private static Finding ending(Supervised unit, String why, String name) {
    return Finding.at(
            unit.behaviour().at(),
            why,
            "%s, and systemd takes its end for the end of %s".formatted(why, name))
        .and(unit.type().written().orElse(unit.at()), type(unit.type()))
        .effect(Phrase.REFUSED)
        .fix("let it run in the foreground, or set Type=forking");
  }

  private static String type(Effective<String> type) {
    return "Type=%s%s".formatted(type.value(), type.written().isPresent() ? "" : " by default");
  }
}
