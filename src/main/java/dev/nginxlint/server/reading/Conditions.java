package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Expansion;
import dev.nginxlint.syntax.command.Guard;
import dev.nginxlint.syntax.command.Part;
import dev.nginxlint.syntax.command.Word;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Whether the guards of commands hold: each condition is judged once, when the script comes to it.
final class Conditions {
  private final ShellState state;
  private final Invocation call;
  private final IdentityHashMap<List<Word>, Truth> tests = new IdentityHashMap<>();
  private final IdentityHashMap<Word, Text> subjects = new IdentityHashMap<>();

  Conditions(ShellState state, Invocation call) {
    this.state = state;
    this.call = call;
  }

  /// Takes note of a command that may be the condition of others.
  void meet(List<Word> words) {
    if (!words.isEmpty()) {
      tests.put(words, judge(words));
    }
  }

  Truth hold(List<Guard> guards) {
    Truth all = Truth.YES;
    for (Guard guard : guards) {
      all = all.and(holds(guard));
    }
    return all;
  }

  private Truth holds(Guard guard) {
    return switch (guard) {
      case Guard.Unclear() -> Truth.UNKNOWN;
      case Guard.Test(List<Word> words, boolean holds) -> {
        Truth truth = tests.computeIfAbsent(words, this::judge);
        yield holds ? truth : truth.not();
      }
      case Guard.Match(Word subject, List<Word> patterns, List<Word> before) -> {
        Text text = subjects.computeIfAbsent(subject, word -> Expansion.text(word, state));
        yield fits(text, patterns).and(fits(text, before).not());
      }
    };
  }

  private Truth fits(Text subject, List<Word> patterns) {
    Truth any = Truth.NO;
    for (Word pattern : patterns) {
      any = any.not().and(fits(subject, pattern).not()).not();
    }
    return any;
  }

  private Truth fits(Text subject, Word pattern) {
    if (pattern.is("*")) {
      return Truth.YES;
    }
    StringBuilder glob = new StringBuilder("=");
    for (Part part : pattern.parts()) {
      boolean bare = part instanceof Part.Literal(Text _, boolean quoted) && !quoted;
      String text = Expansion.text(new Word(List.of(part), pattern.at()), state).value();
      glob.append(bare ? text : text.replaceAll("[*?\\[\\\\]", "\\\\$0"));
    }
    return Hole.in(subject) || Hole.in(glob)
        ? Truth.UNKNOWN
        : Truth.of(Glob.matches(glob.toString(), "=" + subject));
  }

  private Truth judge(List<Word> words) {
    String name = words.getFirst().literal().orElse("");
    List<String> all = Expansion.words(words, state).stream().map(Text::value).toList();
    return switch (name) {
      case "true", ":" -> Truth.YES;
      case "false" -> Truth.NO;
      case "test" -> test(all.subList(1, all.size()));
      case "[", "[[" -> all.size() < 2 ? Truth.UNKNOWN : test(all.subList(1, all.size() - 1));
      default -> Truth.UNKNOWN;
    };
  }

  private Truth test(List<String> words) {
    if (!words.isEmpty() && words.getFirst().equals("!") && words.size() > 1) {
      return test(words.subList(1, words.size())).not();
    }
    return switch (words.size()) {
      case 0 -> Truth.NO;
      case 1 -> full(words.getFirst());
      case 2 -> unary(words.getFirst(), words.get(1));
      case 3 -> binary(words.getFirst(), words.get(1), words.get(2));
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth full(String text) {
    return Hole.is(text) ? Truth.UNKNOWN : Truth.of(!text.isEmpty());
  }

  private Truth unary(String operator, String operand) {
    return switch (operator) {
      case "-n" -> full(operand);
      case "-z" -> full(operand).not();
      case "-e", "-f", "-r", "-s" -> exists(operand);
      default -> Truth.UNKNOWN;
    };
  }

  private Truth exists(String path) {
    Optional<String> absolute =
        path.startsWith("/")
            ? Optional.of(path)
            : state.directory().map(directory -> Paths.resolve(directory, path));
    if (Hole.in(path) || path.isEmpty() || absolute.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return switch (call.around().file(Paths.absolute(absolute.get()))) {
      case Surroundings.Lookup.Present _ -> Truth.YES;
      case Surroundings.Lookup.Absent() -> Truth.NO;
      case Surroundings.Lookup.Unseen _ -> Truth.UNKNOWN;
    };
  }

  private static Truth binary(String left, String operator, String right) {
    if (Hole.in(left) || Hole.in(right) || Glob.isPattern(right)) {
      return Truth.UNKNOWN;
    }
    return switch (operator) {
      case "=", "==" -> Truth.of(left.equals(right));
      case "!=" -> Truth.of(!left.equals(right));
      default -> number(left, operator, right);
    };
  }

  private static Truth number(String left, String operator, String right) {
    Optional<Integer> a = Quantity.number(left);
    Optional<Integer> b = Quantity.number(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Truth.UNKNOWN;
    }
    int order = a.get().compareTo(b.get());
    return switch (operator) {
      case "-eq" -> Truth.of(order == 0);
      case "-ne" -> Truth.of(order != 0);
      case "-gt" -> Truth.of(order > 0);
      case "-ge" -> Truth.of(order >= 0);
      case "-lt" -> Truth.of(order < 0);
      case "-le" -> Truth.of(order <= 0);
      default -> Truth.UNKNOWN;
    };
  }
}
