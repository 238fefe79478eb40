package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Remark.Supervised;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A server that consists of one process is not started again when that ends.
public final class NoRestart implements Rule {
  /// Their main process does no work that could end it: it starts others, and starts them again.
  private static final Set<String> MASTERS =
      Set.of("gunicorn", "uwsgi", "unicorn", "puma", "php-fpm", "passenger", "httpd", "caddy");

  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Supervised.class).stream()
        .filter(unit -> unit.restart().value().equals("no") && unit.installed().isPresent())
        .filter(unit -> unit.process().server().filter(MASTERS::contains).isEmpty())
        .flatMap(unit -> dialled(stack, unit).map(by -> finding(unit, by)).stream())
        .toList();
  }

  /// The socket by which nginx reaches it, unless that is systemd's, which starts it again.
  private static Optional<Listener> dialled(Stack stack, Supervised unit) {
    return stack.callsTo(unit.process()).stream()
        .flatMap(call -> call.met().stream())
        .filter(listener -> !listener.bind().at().file().path().endsWith(".socket"))
        .findFirst();
  }

  private static Finding finding(Supervised unit, Listener listener) {
    String name = unit.process().label();
    return Finding.at(
            unit.restart().written().orElse(unit.at()),
            unit.restart().written().isPresent() ? "it stays ended" : "no Restart= here",
            "%s is not started again when it ends, be it by a crash or for want of memory"
                .formatted(name))
        .and(listener.bind().at(), "nginx depends on %s".formatted(Phrase.owner(listener)))
        .effect("502 from then on, until somebody starts it")
        .fix("add Restart=always");
  }
}
