package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list of words divided by blanks and quoted with `"` or `'`, as extract-word.c reads it.
public final class Words {
  /// What a backslash does, which differs from key to key.
  public enum Escapes {
    /// C escapes: `\t`, `\x20`, `\s` (Environment=).
    DECODED,
    /// The character behind it is taken as it is (RuntimeDirectory=, ReadWritePaths=).
    DROPPED,
    /// It is a character like any other (lists of unit names: `dev-disk\x2dby.device`).
    KEPT
  }

  private final Text text;
  private final Escapes escapes;
  private final List<Text> words = new ArrayList<>();
  private int at;

  private Words(Text text, Escapes escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  /// The words of a value; one that systemd cannot read takes itself and all behind it away.
  public static Parsed<List<Text>> split(Text text, Escapes escapes) {
    Words reader = new Words(text, escapes);
    List<Problem> problems = new ArrayList<>();
    while (reader.skipBlanks()) {
      if (!reader.word()) {
        Span rest = text.span(reader.at, text.length());
        problems.add(new Problem(rest, "an escape is unknown or a quote does not close"));
        break;
      }
    }
    return new Parsed<>(List.copyOf(reader.words), problems);
  }

  private boolean skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /// Reads one word; false if systemd cannot.
  private boolean word() {
    int end = end();
    if (end < 0) {
      return false;
    }
    Text.Builder word = Text.at(text.span(at, end));
    char quote = 0;
    for (int i = at; i < end; ) {
      char c = text.charAt(i);
      if (c == '\\' && escapes != Escapes.KEPT) {
        Escape escape = escape(i).orElseThrow();
        Span span = text.span(i, i + escape.length());
        word.derived(escape.value(), span.start(), span.end());
        i += escape.length();
      } else if (c == quote || (quote == 0 && isQuote(c))) {
        quote = quote == 0 ? c : 0;
        i++;
      } else {
        word.append(text, i, ++i);
      }
    }
    words.add(word.build());
    at = end;
    return true;
  }

  /// Where the word ends that begins here; -1 if an escape is unknown or a quote stays open.
  private int end() {
    char quote = 0;
    int i = at;
    while (i < text.length() && (quote != 0 || !isBlank(text.charAt(i)))) {
      char c = text.charAt(i);
      if (c == '\\' && escapes != Escapes.KEPT) {
        Optional<Escape> escape = escape(i);
        if (escape.isEmpty()) {
          return -1;
        }
        i += escape.get().length();
      } else {
        boolean turns = c == quote || (quote == 0 && isQuote(c));
        quote = turns ? (quote == 0 ? c : 0) : quote;
        i++;
      }
    }
    return quote == 0 ? i : -1;
  }

  private Optional<Escape> escape(int i) {
    if (escapes == Escapes.DECODED) {
      return Escape.at(text, i);
    }
    return i + 1 < text.length()
        ? Optional.of(new Escape(text.value().substring(i + 1, i + 2), 2))
        : Optional.empty();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
