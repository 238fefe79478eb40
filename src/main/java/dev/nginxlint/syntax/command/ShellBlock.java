package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A control structure of a shell text that is not closed yet.
final class ShellBlock {
  /// The kinds, by the word that opens them.
  enum Kind {
    IF,
    LOOP,
    CASE,
    GROUP,
    SUBSHELL
  }

  private static final List<Guard> UNCLEAR = List.of(new Guard.Unclear());

  final Kind kind;

  /// The outermost parentheses around its commands.
  final Optional<Span> subshell;

  /// The list in which the block stands.
  final AndOr list;

  private final List<Guard> inherited;
  private List<Guard> body = List.of();

  /// Of `if`: what the branches that are still to come owe to those before.
  private final List<Guard> failed = new ArrayList<>();

  /// Of `case`: what is compared, the patterns of the next branch, and those of the ones before.
  private Optional<Word> subject = Optional.empty();

  private final List<Word> patterns = new ArrayList<>();
  private final List<Word> before = new ArrayList<>();

  ShellBlock(Kind kind, Optional<Span> subshell, AndOr list, List<Guard> inherited) {
    this.kind = kind;
    this.subshell = subshell;
    this.list = list;
    this.inherited = inherited.size() > Guard.MOST ? UNCLEAR : inherited;
  }

  /// What must be so for a command in the current part of the block to run.
  List<Guard> guards() {
    List<Guard> guards = new ArrayList<>(inherited);
    guards.addAll(body);
    return guards;
  }

  /// `then`, behind a condition; empty if that is more than one command.
  void then(Optional<Guard.Test> condition) {
    body = new ArrayList<>(failed);
    body.add(condition.<Guard>map(test -> test).orElse(new Guard.Unclear()));
    if (failed.size() < Guard.MOST) {
      failed.add(condition.<Guard>map(Guard.Test::opposite).orElse(new Guard.Unclear()));
    } else {
      failed.set(0, new Guard.Unclear());
    }
  }

  /// `elif` or `else`.
  void otherwise() {
    body = List.copyOf(failed);
  }

  /// `do`.
  void repeat() {
    body = UNCLEAR;
  }

  /// A word between `case` and the first pattern; whether patterns come next.
  boolean head(Word word) {
    if (subject.isEmpty()) {
      subject = Optional.of(word);
      return false;
    }
    return word.is("in");
  }

  /// A pattern of the next branch; whether it was `esac` instead.
  boolean pattern(Word word) {
    if (patterns.isEmpty() && word.is("esac")) {
      return true;
    }
    patterns.add(word);
    return false;
  }

  /// The `)` behind the patterns of a branch.
  void branch() {
    body =
        subject
            .filter(_ -> before.size() < Guard.MOST)
            .<List<Guard>>map(word -> List.of(new Guard.Match(word, patterns, before)))
            .orElse(UNCLEAR);
    before.addAll(patterns);
    patterns.clear();
  }
}
