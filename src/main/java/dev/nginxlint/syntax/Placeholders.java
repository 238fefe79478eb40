package dev.nginxlint.syntax;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a template leaves open: `{{ name }}` of Jinja, Go and Handlebars, `<%= name %>` of ERB, and
/// the names that scripts replace: `@name@`, `__NAME__`, `#{name}`.
///
/// Files that are no templates hold such marks too (`docker ps --format '{{.Names}}'`), but never
/// in a value that a rule relies on.
public final class Placeholders {
  /// A name that stands for a value. Python's own names with underscores are small.
  public static final String NAME =
      "(?<![\\w$])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9])|#\\{[A-Za-z_][\\w.\\[\\]]*}";

  /// The same between signs that stand in addresses too.
  public static final String SIGNED = "@[A-Za-z_][\\w.]*@";

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?}}|<%.*?%>|" + SIGNED + "|" + NAME, Pattern.DOTALL);

  private static final Pattern BRACED = Pattern.compile("\\$\\{[^}]*}");

  private static final Pattern TAG =
      Pattern.compile("(\\{[%#]|<%[^=]|%\\{~?\\s*(if|else|endif|for|endfor)\\b).*", Pattern.DOTALL);
  private static final String WHY =
      "is a tag of a template, which decides what of this file counts";

  private Placeholders() {}

  /// Whether a line is a tag such as `{% if … %}`; the first one of a file is a problem.
  public static boolean isTag(Text line, List<Problem> problems) {
    boolean tag = TAG.matcher(line.value()).matches();
    if (tag && problems.stream().noneMatch(problem -> problem.message().equals(WHY))) {
      problems.add(undecided(line.span()));
    }
    return tag;
  }

  /// Why nothing is judged of a file in which such a line decides about a part that matters.
  public static Problem undecided(Span tag) {
    return new Problem(tag, WHY, Problem.Kind.TEMPLATE);
  }

  /// The text with each placeholder as a hole.
  public static Text asHoles(Text text) {
    return holes(text, PLACEHOLDER);
  }

  /// The text with a hole for each `${name}`, which elsewhere is a variable.
  public static Text braced(Text text) {
    return holes(text, BRACED);
  }

  private static Text holes(Text text, Pattern pattern) {
    Matcher placeholder = pattern.matcher(text.value());
    Text.Builder result = Text.at(text.span());
    int at = 0;
    while (placeholder.find()) {
      Span span = text.span(placeholder.start(), placeholder.end());
      result.append(text, at, placeholder.start());
      result.derived(Hole.STRING, span.start(), span.end());
      at = placeholder.end();
    }
    return at == 0 ? text : result.append(text, at, text.length()).build();
  }
}
