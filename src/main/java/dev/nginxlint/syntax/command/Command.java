package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;

/// One simple command of a script.
///
/// @param assignments the variables set for it, or in the shell if there are no words
/// @param words the program and its arguments
/// @param guards what must be so for it to run
/// @param subshell the outermost pair of parentheses around it: what it sets is lost behind them
public record Command(
    List<Assignment> assignments,
    List<Word> words,
    List<Redirection> redirections,
    List<Guard> guards,
    Ending ending,
    Optional<Span> subshell,
    Span at) {
  public Command {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    redirections = List.copyOf(redirections);
    guards = List.copyOf(guards);
  }

  /// Whether it runs whenever the script does.
  public boolean certain() {
    return guards.isEmpty();
  }

  Command ending(Ending other) {
    return new Command(assignments, words, redirections, guards, other, subshell, at);
  }
}
