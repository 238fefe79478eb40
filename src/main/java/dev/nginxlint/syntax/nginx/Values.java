package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;

/// The values of words, and what they tell of the template that they come from.
final class Values {
  private final String text;
  private Template.Kind kind = Template.Kind.NONE;

  Values(String text) {
    this.text = text;
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
      return text.substring(from, to);
    }
    control(from, to);
    String value = Escapes.resolve(at, text, from, to).value();
    if (kind == Template.Kind.NONE && Hole.in(value)) {
      kind = Template.Kind.VALUES;
    }
    return value;
  }
}
