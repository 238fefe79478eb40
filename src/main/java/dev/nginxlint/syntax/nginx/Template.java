package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.syntax.Placeholders;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Configurations that a program has yet to fill in: Jinja, ERB, Go, Handlebars and Terraform
/// templates, `@name@`, `%%name%%`, `%(name)s`, `%A_NAME%`, `__NAME__` and `#{name}`.
///
/// Shell-style `${NAME}` is not looked at, being a variable of nginx too.
public final class Template {
  /// What a template leaves open.
  public enum Kind {
    /// The file is no template.
    NONE,
    /// Values only: in their places stands a [Hole].
    VALUES,
    /// Parts of the file may or may not be there, or others too: conditions, loops, whole
    /// directives put in. What is unbalanced in the file need not be so in what nginx reads.
    CONTROL
  }

  /// Stands in for a construct that yields no value. U+FFFE is no character, so no file has it.
  static final char CONTROL = '\uFFFE';

  /// An expression in double braces that no table of Lua looks like. Outside of quotes and Lua,
  /// nginx knows no `{{`.
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\{\\{\\{?[-~]?\\s*(?:[A-Za-z_.$(#/^>!]|([\"'])[^\"'\\n]*\\1\\s*\\|)[^{}\\n]*\\}\\}");

  private static final Pattern STATEMENT = Pattern.compile("\\{%[-+]?\\s*[A-Za-z_]");

  /// A directive of Terraform's templates; a format of nginx's log has no word behind the brace.
  private static final Pattern DIRECTIVE =
      Pattern.compile("%\\{~?\\s*(?:if|else|endif|for|endfor)\\b[^}\\n]*}");

  private static final Pattern NAME =
      Pattern.compile(
          "%%[A-Za-z_][\\w.-]*%%|%\\([A-Za-z_]\\w*\\)s|%[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+%|"
              + Placeholders.SIGNED
              + "|"
              + Placeholders.NAME);

  /// Names of files that are no configuration before something fills them in.
  private static final Pattern NAMED =
      Pattern.compile(".+\\.(?:g?tpl|c?tmpl|gotmpl|j2|jinja2?|erb|epp|ftl|tftpl|m4|in)");

  /// A variable that envsubst replaces: no directive's name begins with a dollar.
  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\$(?:[A-Z_][A-Z0-9_]*|\\{[A-Z_][A-Z0-9_]*})");

  private static final Pattern COMMENT = Pattern.compile("\\{\\{(?:[-~]?\\s*(/\\*)|!--)");

  /// What is in double braces and steers the template instead of yielding a value.
  private static final Pattern STEERING =
      Pattern.compile(
          "[-~]?\\s*(?:[#/^>!]|\\$\\w+(?:\\s*,\\s*\\$\\w+)?\\s*:?=[^=]"
              + "|(?:end|else|break|continue)\\s*[-~]?$"
              + "|(?:if|else\\s+if|range|with|define|template|block)\\s+[^|\\s])");

  private final String text;
  private final List<Mark> openings;
  private final Mark lineEnd;
  private final Mark inner;
  private final Mark triple;
  private final Mark braces;
  private final Mark slash;
  private final Mark dashes;
  private final Mark percent;
  private final Mark hash;
  private final Mark angle;

  /// The text so far, once it turned out to be a template.
  private char[] masked = {};

  private Template(String text) {
    this.text = text;
    openings = Mark.all(text, "{{", "{%", "{#", "<%", "%", "@", "__", "#{", "_by_");
    lineEnd = new Mark(text, "\n");
    inner = new Mark(text, "{{");
    triple = new Mark(text, "}}}");
    braces = new Mark(text, "}}");
    slash = new Mark(text, "*/");
    dashes = new Mark(text, "--}}");
    percent = new Mark(text, "%}");
    hash = new Mark(text, "#}");
    angle = new Mark(text, "%>");
  }

  /// Whether the name of a file says that it is filled in before nginx reads it.
  static boolean isNamed(String path) {
    return NAMED.matcher(path).matches();
  }

  /// Whether nothing is known of a word.
  static boolean isPlaceholder(Word word) {
    return word.quoting() == Quoting.NONE && Hole.is(word.value());
  }

  /// Whether the first word of a directive may stand for whole ones.
  static boolean isExpansion(Word word) {
    boolean variable =
        word.quoting() == Quoting.NONE
            && word.value().startsWith("$")
            && ENVIRONMENT.matcher(word.value()).matches();
    return variable || isPlaceholder(word);
  }

  /// The text with every construct of a template replaced, of equal length: the same text if there
  /// is none.
  static String mask(String text) {
    return new Template(text).isTemplate() ? new Template(text).mask() : text;
  }

  private int opening(int from) {
    int first = text.length();
    for (Mark opening : openings) {
      first = Math.min(first, opening.next(from));
    }
    return first;
  }

  private Matcher at(Pattern pattern, int start) {
    return pattern
        .matcher(text)
        .region(start, text.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  private boolean isTemplate() {
    int at = opening(0);
    while (at < text.length() && !isSign(at)) {
      at = opening(text.charAt(at) == '_' ? afterCode(at) : at + 1);
    }
    return at < text.length();
  }

  /// Whether what stands here is met in templates only.
  private boolean isSign(int at) {
    int line = lineEnd.next(at);
    return switch (text.charAt(at)) {
      case '<' -> angle.after(at + 2) <= line;
      case '%', '@', '_', '#' -> at(NAME, at).lookingAt() || at(DIRECTIVE, at).lookingAt();
      default ->
          switch (text.charAt(at + 1)) {
            case '{' -> at(EXPRESSION, at).lookingAt();
            case '%' -> at(STATEMENT, at).lookingAt() && percent.after(at) <= line;
            default -> startsLine(at) && hash.after(at) <= text.length();
          };
    };
  }

  private boolean startsLine(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  /// Where a block of program text ends, whose braces and comments are no template's.
  private int afterCode(int at) {
    Matcher opening = at(RawBody.OPENING, at);
    if (!opening.lookingAt()) {
      return at + 1;
    }
    RawBody body = RawBody.of(opening.group(1)).orElseThrow();
    return switch (body.extent(text, opening.end())) {
      case RawBody.Extent.Closed(int end) -> end;
      case RawBody.Extent.Unclosed _ -> text.length();
    };
  }

  private String mask() {
    masked = text.toCharArray();
    int at = opening(0);
    while (at < text.length()) {
      at = opening(replaceAt(at));
    }
    return new String(masked);
  }

  /// Replaces the construct that begins here; answers where to go on.
  private int replaceAt(int at) {
    return switch (text.charAt(at)) {
      case '<' ->
          replace(at, angle.after(at + 2), text.startsWith("<%=", at) ? Hole.MARK : CONTROL);
      case '%', '@', '_', '#' -> {
        Matcher name = at(NAME, at);
        Matcher directive = at(DIRECTIVE, at);
        if (directive.lookingAt()) {
          yield replace(at, directive.end(), CONTROL);
        }
        yield name.lookingAt() ? replace(at, name.end(), Hole.MARK) : afterCode(at);
      }
      default ->
          switch (text.charAt(at + 1)) {
            case '{' -> replaceBraces(at);
            case '%' -> replace(at, percent.after(at + 2), CONTROL);
            default -> replaceComment(at);
          };
    };
  }

  /// Replaces a comment of Jinja; within a line, a block may begin with a comment of nginx.
  private int replaceComment(int at) {
    int end = hash.after(at + 2);
    return startsLine(at) || end <= lineEnd.next(at) ? replace(at, end, CONTROL) : at + 1;
  }

  private int replaceBraces(int at) {
    Matcher comment = at(COMMENT, at);
    if (comment.lookingAt()) {
      boolean go = comment.group(1) != null;
      int end = go ? braces.after(slash.after(comment.end())) : dashes.after(comment.end());
      return replace(at, end, CONTROL);
    }
    boolean tripled = text.startsWith("{{{", at) && triple.after(at) <= inner.next(at + 3);
    int end = tripled ? triple.after(at) : braces.after(at + 2);
    if (end > Math.min(text.length(), inner.next(at + 3))) {
      return at + 1;
    }
    boolean steers = STEERING.matcher(text.substring(at + 2, end - 2)).lookingAt();
    return replace(at, end, steers ? CONTROL : Hole.MARK);
  }

  private int replace(int start, int end, char mark) {
    if (end > text.length()) {
      return start + 1;
    }
    Arrays.fill(masked, start, end, mark);
    return end;
  }
}
