package dev.nginxlint.syntax.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list of commands joined by `&&`, `||` and `|`, up to the end of the line.
///
/// A command is taken to succeed unless it is a test: what follows `migrate &&` runs.
///
/// @param first how many commands there were before the list
/// @param tests what the `&&` so far ask for
/// @param fallback what the `||` before the next command asks for
/// @param joined whether an operator waits for its right side
record AndOr(int first, List<Guard.Test> tests, Optional<Guard> fallback, boolean joined) {
  static AndOr from(int first) {
    return new AndOr(first, List.of(), Optional.empty(), false);
  }

  /// What must be so for the next command of the list to run.
  List<Guard> guards() {
    return fallback.map(List::of).orElse(List.copyOf(tests));
  }

  /// `&&` behind a command; behind `a || b` too, for one of the two succeeded.
  AndOr and(Optional<Guard.Test> test) {
    List<Guard.Test> next = new ArrayList<>(tests);
    test.ifPresent(next::add);
    boolean clear = next.size() <= Guard.MOST && (fallback.isEmpty() || test.isEmpty());
    return clear
        ? new AndOr(first, next, Optional.empty(), true)
        : new AndOr(first, List.of(), Optional.of(new Guard.Unclear()), true);
  }

  /// `||` behind a command: the one test before it failed, or something that we cannot foresee.
  AndOr or(Optional<Guard.Test> test) {
    boolean fresh = fallback.isEmpty();
    Optional<Guard> failed = Optional.empty();
    if (fresh && tests.isEmpty()) {
      failed = test.map(Guard.Test::opposite);
    } else if (fresh && tests.size() == 1 && test.isEmpty()) {
      failed = Optional.of(tests.getFirst().opposite());
    }
    Guard next = failed.orElseGet(Guard.Unclear::new);
    return new AndOr(first, List.of(), Optional.of(next), true);
  }

  /// `|` behind a command.
  AndOr pipe() {
    return new AndOr(first, tests, fallback, true);
  }

  /// The right side of an operator is there.
  AndOr continued() {
    return new AndOr(first, tests, fallback, false);
  }
}
