package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of tmpfiles.d(5); specifiers are left to the reader, and a field that is `-` is empty.
///
/// @param type one letter and its modifiers: `d`, `D!`, `L+`
/// @param mode octal, `~` or `:` in front included
/// @param argument the rest of the line, quotes included
public record Tmpfile(
    Sourced<String> type,
    Text path,
    Optional<Text> mode,
    Optional<Text> user,
    Optional<Text> group,
    Optional<Text> age,
    Optional<Text> argument,
    Span at) {
  private static final int FIELDS = 6;

  /// The lines of a file; one without a path is skipped with an error by systemd, and so by us.
  public static List<Tmpfile> read(SourceFile file) {
    List<Tmpfile> found = new ArrayList<>();
    for (Text line : Lines.of(file)) {
      List<Text> words = Words.split(line, Escapes.DROPPED).tree();
      if (words.size() > 1) {
        found.add(
            new Tmpfile(
                words.getFirst().sourced(),
                words.get(1),
                field(words, 2),
                field(words, 3),
                field(words, 4),
                field(words, 5),
                rest(line, words),
                line.span()));
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Text> field(List<Text> words, int index) {
    return Optional.of(index)
        .filter(i -> i < words.size())
        .map(words::get)
        .filter(word -> !word.span().text().equals("-"));
  }

  private static Optional<Text> rest(Text line, List<Text> words) {
    if (words.size() < FIELDS) {
      return Optional.empty();
    }
    int from = words.get(FIELDS - 1).span().end() - line.span().start();
    while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    Text rest = line.slice(from, line.length());
    return Optional.of(rest).filter(text -> text.length() > 0 && !text.value().equals("-"));
  }
}
