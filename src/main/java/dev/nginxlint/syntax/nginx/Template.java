package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Configurations that a program has yet to fill in: Jinja, ERB, Go and Handlebars templates,
/// `@name@` and `%%name%%`.
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

  private static final String NAME = "%%[A-Za-z_][\\w.-]*%%|@[A-Za-z_][\\w.]*@";

  /// What is met in templates only: outside of quotes and Lua, nginx knows no `{{`, and a table of
  /// Lua rarely looks like an expression.
  private static final Pattern SIGN =
      Pattern.compile(
          RawBody.OPENING
              + "|\\{\\{\\{?[-~]?\\s*(?:[A-Za-z_.$(#/^>!]|([\"'])[^\"'\\n"
              + "]*\\2\\s*\\|)[^{}\\n"
              + "]*\\}\\}|\\{%[-+]?\\s*[A-Za-z_][^\\n"
              + "]{0,300}?%\\}|^[ \\t]*\\{#[^\\n"
              + "]*?#\\}|<%[^\\n"
              + "]{0,300}?%>|"
              + NAME);

  /// How a construct begins, a name being all of one.
  private static final Pattern CONSTRUCT =
      Pattern.compile(
          RawBody.OPENING
              + "|(?<open>\\{\\{[-~]?\\s*/\\*|\\{\\{!--|\\{\\{\\{?|\\{%|\\{#|<%=?)|(?<name>"
              + NAME
              + ")");

  /// An expression in double braces that steers the template instead of yielding a value.
  private static final Pattern STEERING =
      Pattern.compile(
          "[-~]?\\s*(?:[#/^>!]|\\$\\w+(?:\\s*,\\s*\\$\\w+)?\\s*:?=[^=]"
              + "|(?:end|else|break|continue)\\s*[-~]?$"
              + "|(?:if|else\\s+if|range|with|define|template|block)\\s+[^|\\s])");

  private final String text;
  private final char[] masked;
  private final Closing lineEnd = new Closing("\n");
  private final Closing triple = new Closing("}}}");
  private final Closing braces = new Closing("}}");
  private final Closing slash = new Closing("*/");
  private final Closing dashes = new Closing("--}}");
  private final Closing percent = new Closing("%}");
  private final Closing hash = new Closing("#}");
  private final Closing angle = new Closing("%>");

  private Template(String text) {
    this.text = text;
    this.masked = text.toCharArray();
  }

  /// The text with every construct of a template replaced, of equal length: the same text if there
  /// is none.
  static String mask(String text) {
    return hasOpening(text) && isTemplate(text) ? new Template(text).mask() : text;
  }

  private static boolean hasOpening(String text) {
    return text.contains("{{")
        || text.contains("{%")
        || text.contains("{#")
        || text.contains("<%")
        || text.contains("%%")
        || text.indexOf('@') >= 0;
  }

  private static boolean isTemplate(String text) {
    Matcher sign = SIGN.matcher(text);
    int from = 0;
    while (sign.find(from)) {
      if (sign.group(1) == null) {
        return true;
      }
      from = afterCode(text, sign);
    }
    return false;
  }

  /// Where a block of program text ends, whose braces and comments are no template's.
  private static int afterCode(String text, Matcher opening) {
    RawBody body = RawBody.of(opening.group(1)).orElseThrow();
    return switch (body.extent(text, opening.end())) {
      case RawBody.Extent.Closed(int end) -> end;
      case RawBody.Extent.Unclosed _ -> text.length();
    };
  }

  private String mask() {
    Matcher construct = CONSTRUCT.matcher(text);
    int from = 0;
    while (construct.find(from)) {
      if (construct.group(1) != null) {
        from = afterCode(text, construct);
      } else if (construct.group("name") != null) {
        from = replace(construct.start(), construct.end(), Hole.MARK);
      } else {
        from = enclosed(construct.group("open"), construct.start(), construct.end());
      }
    }
    return new String(masked);
  }

  /// Replaces the construct that `open` begins; answers where to go on.
  private int enclosed(String open, int start, int from) {
    return switch (open) {
      case "{%" -> replace(start, percent.after(from), CONTROL);
      case "{#" -> replace(start, hash.after(from), CONTROL);
      case "<%" -> replace(start, angle.after(from), CONTROL);
      case "<%=" -> replace(start, angle.after(from), Hole.MARK);
      case "{{!--" -> replace(start, dashes.after(from), CONTROL);
      case "{{", "{{{" -> expression(start, from);
      default -> replace(start, braces.after(slash.after(from)), CONTROL);
    };
  }

  /// Replaces an expression, which does not go beyond its line.
  private int expression(int start, int from) {
    int limit = lineEnd.after(from);
    boolean tripled = text.startsWith("{{{", start) && triple.after(from) <= limit;
    int end = tripled ? triple.after(from) : braces.after(from);
    if (end > limit) {
      return from;
    }
    String inside = text.substring(start + 2, end - 2);
    return replace(start, end, STEERING.matcher(inside).lookingAt() ? CONTROL : Hole.MARK);
  }

  private int replace(int start, int end, char mark) {
    if (end > text.length()) {
      return start + 2;
    }
    Arrays.fill(masked, start, end, mark);
    return end;
  }

  /// What ends a construct; asked for growing offsets, it reads the text once.
  private final class Closing {
    private final String mark;
    private int next = -1;

    Closing(String mark) {
      this.mark = mark;
    }

    /// The end of the next one at or after `from`; beyond the text if there is none.
    int after(int from) {
      if (next < from) {
        int found = from <= text.length() ? text.indexOf(mark, from) : -1;
        next = found < 0 ? Integer.MAX_VALUE - mark.length() : found;
      }
      return next + mark.length();
    }
  }
}
