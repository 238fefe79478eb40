package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;

/// One word of a directive.
///
/// @param sourced the word as nginx sees it, quotes and escapes resolved, with one
///   [dev.nginxlint.source.Hole#MARK] for each part that a template puts in, and where it stands,
///   quotes included
public record Word(Sourced<String> sourced, Quoting quoting) {
  /// A word of a value that stands somewhere.
  public Word(String value, Span at, Quoting quoting) {
    this(new Sourced<>(value, at), quoting);
  }

  /// The word as nginx sees it.
  public String value() {
    return sourced.value();
  }

  /// Where it stands, quotes included.
  public Span at() {
    return sourced.at();
  }

  /// The value with a place for each of its characters; where it has holes, that of the word.
  public Text text() {
    int quote = quoting == Quoting.NONE ? 0 : 1;
    Span at = at();
    Text text = Escapes.resolve(at, at.file().text(), at.start() + quote, at.end() - quote);
    return text.value().equals(value()) ? text : Text.derived(value(), at);
  }

  @Override
  public String toString() {
    return value();
  }
}
