package dev.nginxlint.suppress;

import dev.nginxlint.rule.Similar;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the ignores in the comments of a file of whatever kind.
///
/// Only `nginx-lint: ignore[` right behind the sign of a comment is one: prose about them is not,
/// and neither is `nginx-lint:ignore`, which belongs to another tool.
final class IgnoreReader {
  private static final String WORDS = "nginx-lint: ignore[";
  private static final Pattern IGNORE =
      Pattern.compile("(?<!\\S)(?:#+|;+|//+)[ \\t]*nginx-lint: ignore\\[([^\\]]*)\\](.*)");
  private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|;|//).*");
  private static final Pattern UNIT =
      Pattern.compile(
          ".*\\.(?:service|socket|timer|target|mount|path|container|pod|kube|network|volume)"
              + "(?:\\.d/[^/]*\\.conf)?");

  private final SourceFile file;
  private final Supplier<Set<String>> known;
  private final List<Ignore> ignores = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private IgnoreReader(SourceFile file, Supplier<Set<String>> known) {
    this.file = file;
    this.known = known;
  }

  /// The ignores of a file, and what is wrong with them.
  ///
  /// @param known the names of all rules
  static Parsed<List<Ignore>> read(SourceFile file, Supplier<Set<String>> known) {
    IgnoreReader reader = new IgnoreReader(file, known);
    if (file.text().contains(WORDS)) {
      for (int line = 1; line <= file.lineCount(); line++) {
        reader.read(line);
      }
    }
    return new Parsed<>(List.copyOf(reader.ignores), reader.problems);
  }

  private void read(int line) {
    String text = file.line(line);
    Matcher found = text.contains(WORDS) ? IGNORE.matcher(text) : IGNORE.matcher("");
    if (!found.find()) {
      return;
    }
    String before = text.substring(0, found.start());
    boolean alone = before.isBlank();
    if (!alone && COMMENT.matcher(before).matches()) {
      return;
    }
    int start = file.lineStart(line);
    Span at = file.span(start + found.start(), start + text.length());
    if (!alone && UNIT.matcher(file.path()).matches()) {
      problem(at, "systemd knows no comments behind a setting; write it on the line above");
    } else if (found.group(2).codePoints().noneMatch(Character::isLetterOrDigit)) {
      problem(at, "an ignore says why: nginx-lint: ignore[" + found.group(1) + "] the reason");
    } else {
      List<Sourced<String>> slugs = slugs(found.group(1), start + found.start(1));
      ignores.add(new Ignore(slugs, file.path(), line, alone ? beneath(line) : line));
    }
  }

  /// The line beneath a comment and those that follow it.
  private int beneath(int comment) {
    int line = comment + 1;
    while (line <= file.lineCount() && COMMENT.matcher(file.line(line)).matches()) {
      line++;
    }
    return line;
  }

  private List<Sourced<String>> slugs(String list, int start) {
    List<Sourced<String>> slugs = new ArrayList<>();
    int at = start;
    for (String part : list.split(",", -1)) {
      String slug = part.strip();
      int from = at + part.indexOf(slug);
      Span span = file.span(from, from + slug.length());
      if (known.get().contains(slug)) {
        slugs.add(new Sourced<>(slug, span));
      } else {
        problem(span, Similar.unknownRule(slug, known.get()));
      }
      at += part.length() + 1;
    }
    return slugs;
  }

  private void problem(Span at, String why) {
    problems.add(new Problem(at, why));
  }
}
