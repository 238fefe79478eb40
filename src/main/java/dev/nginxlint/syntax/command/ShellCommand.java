package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A simple command while its words are read.
final class ShellCommand {
  private static final Set<String> TESTS = Set.of("[", "[[", "test");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\[[^]]*])?(\\+?)=");

  private List<Assignment> assignments = new ArrayList<>();
  private List<Word> words = new ArrayList<>();
  private List<Redirection> redirections = new ArrayList<>();
  private Optional<Span> first = Optional.empty();
  private Span end;
  private Optional<String> operator = Optional.empty();
  private boolean negated;
  private Optional<Guard.Test> last = Optional.empty();

  boolean isEmpty() {
    return first.isEmpty();
  }

  /// The word so far, if it is one and may name a function.
  Optional<String> onlyWord() {
    return words.size() == 1 && assignments.isEmpty()
        ? words.getFirst().literal()
        : Optional.empty();
  }

  /// Whether it is `[[ ... ]]`, in which operators and line ends are nothing but words.
  boolean inTest() {
    return !words.isEmpty() && words.getFirst().is("[[") && !words.getLast().is("]]");
  }

  /// `!` before it.
  void negate() {
    negated = !negated;
  }

  /// A redirection whose target comes next.
  void redirect(String sign, Span at) {
    operator = Optional.of(sign);
    extend(at);
  }

  /// The target of the redirection that was announced; empty if none was.
  Optional<Redirection> target(Word word) {
    Optional<Redirection> redirection = operator.map(sign -> new Redirection(sign, word));
    redirection.ifPresent(redirections::add);
    operator = Optional.empty();
    if (redirection.isPresent()) {
      extend(word.at());
    }
    return redirection;
  }

  void add(Word word) {
    extend(word.at());
    Optional<Assignment> assignment = words.isEmpty() ? assignment(word) : Optional.empty();
    assignment.ifPresentOrElse(assignments::add, () -> words.add(word));
  }

  /// A variable that takes a value nobody foresees: the one of `for`.
  void assignUnknown(Word name) {
    extend(name.at());
    name.literal()
        .map(n -> new Assignment(n, unknown(name.at()), false, name.at()))
        .ifPresent(assignments::add);
  }

  /// The command, if there is one; the next begins.
  Optional<Command> finish(List<Guard> guards, Ending ending, Optional<Span> subshell) {
    List<Word> complete = List.copyOf(words);
    last = words.isEmpty() ? Optional.empty() : Optional.of(new Guard.Test(complete, !negated));
    Optional<Command> done =
        first.map(
            start ->
                new Command(
                    assignments,
                    complete,
                    redirections,
                    guards,
                    ending,
                    subshell,
                    start.through(end)));
    assignments = new ArrayList<>();
    words = new ArrayList<>();
    redirections = new ArrayList<>();
    first = Optional.empty();
    operator = Optional.empty();
    negated = false;
    return done;
  }

  /// The command that was finished last, as a condition.
  Optional<Guard.Test> condition() {
    return last;
  }

  /// The same if it is `[ ... ]`, whose failing is nothing out of the ordinary.
  Optional<Guard.Test> test() {
    return last.filter(
        test -> test.words().getFirst().literal().filter(TESTS::contains).isPresent());
  }

  /// What was finished last was no simple command.
  void forget() {
    last = Optional.empty();
  }

  /// The words were the name of a function.
  void drop() {
    words.clear();
    first = Optional.empty();
  }

  private void extend(Span at) {
    if (first.isEmpty()) {
      first = Optional.of(at);
    }
    end = at;
  }

  private static Optional<Assignment> assignment(Word word) {
    if (word.parts().isEmpty()
        || !(word.parts().getFirst() instanceof Part.Literal(Text text, boolean quoted))
        || quoted) {
      return Optional.empty();
    }
    Matcher matcher = ASSIGNMENT.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    boolean element = matcher.group(2) != null;
    Word value = element ? unknown(word.at()) : behind(word, text, matcher.end());
    return Optional.of(
        new Assignment(
            matcher.group(1),
            value,
            !matcher.group(3).isEmpty(),
            text.span(matcher.start(1), matcher.end(1))));
  }

  /// The word without the first `length` characters of its first part.
  private static Word behind(Word word, Text first, int length) {
    Text rest = first.slice(length, first.length());
    List<Part> parts = new ArrayList<>(word.parts());
    parts.set(0, new Part.Literal(rest, false));
    return new Word(parts, rest.span().through(word.at()));
  }

  private static Word unknown(Span at) {
    return new Word(List.of(new Part.Opaque(at)), at);
  }
}
