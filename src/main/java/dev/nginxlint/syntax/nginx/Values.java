package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import java.util.HashMap;
import java.util.Map;

/// The values of words, and what they tell of the template that they come from.
final class Values {
  /// How many short words are kept once however often they stand there: names of directives,
  /// numbers, variables.
  private static final int KEPT = 1000;

  private static final int SHORT = 24;

  private final Alternatives alternatives;
  private final String text;
  private final Map<String, String> kept = new HashMap<>();
  private Template.Kind kind = Template.Kind.NONE;

  Values(String text, Alternatives alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /// The value of an argument, which a branch of a template may put another in the place of.
  String chosen(int at, String value) {
    return alternatives.cover(at) ? Hole.STRING : value;
  }

  /// What was met so far.
  Template.Kind kind() {
    return kind;
  }

  /// Something was met that is there or not as the template decides.
  void control() {
    kind = Template.Kind.CONTROL;
  }

  /// The same, if a stretch has such a thing in it.
  void control(int from, int to) {
    if (text.substring(from, to).indexOf(Template.CONTROL) >= 0) {
      control();
    }
  }

  /// The value of the word at `at`, whose characters stand between two offsets.
  String of(Span at, int from, int to) {
    if (!Escapes.in(text, from, to)) {
      return once(text.substring(from, to));
    }
    control(from, to);
    String value = Escapes.resolve(at, text, from, to).value();
    if (kind == Template.Kind.NONE && Hole.in(value)) {
      kind = Template.Kind.VALUES;
    }
    return value;
  }

  private String once(String word) {
    if (word.length() > SHORT) {
      return word;
    }
    String same = kept.get(word);
    if (same == null && kept.size() < KEPT) {
      kept.put(word, word);
    }
    return same == null ? word : same;
  }
}
