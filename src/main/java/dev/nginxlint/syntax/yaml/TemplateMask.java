package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.yaml.YamlFile.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides the parts of a template (Jinja, Go, ERB) that are no YAML, so that every other character
/// keeps its offset.
///
/// A placeholder within a line becomes marks of holes, a line of nothing but tags becomes blank; of
/// a condition's branches all are kept.
final class TemplateMask {
  /// Names that scripts replace. Between the signs of an address of the web names are small.
  private static final Pattern NAME =
      Pattern.compile("@[A-Z][A-Z0-9_]*@|%%[A-Z][A-Z0-9_]*%%|" + Placeholders.NAME);

  private record Tag(int start, int end, boolean comment) {}

  private final SourceFile file;
  private final char[] masked;
  private final List<Span> placeholders = new ArrayList<>();
  private final List<Span> control = new ArrayList<>();

  private TemplateMask(SourceFile file) {
    this.file = file;
    this.masked = file.text().toCharArray();
  }

  /// The text to read, and what was hidden in it.
  record Masked(String text, Template template) {}

  static Masked of(SourceFile file) {
    TemplateMask mask = new TemplateMask(file);
    List<Tag> tags = mask.tags();
    int at = 0;
    while (at < tags.size()) {
      int next = at + 1;
      while (next < tags.size() && mask.onOneLine(tags.get(next - 1), tags.get(next))) {
        next++;
      }
      mask.line(tags.subList(at, next));
      at = next;
    }
    return new Masked(new String(mask.masked), new Template(mask.placeholders, mask.control));
  }

  private List<Tag> tags() {
    String text = file.text();
    List<Tag> found = new ArrayList<>();
    Set<String> absent = new HashSet<>(Set.of(""));
    Matcher name = NAME.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    while (at + 1 < text.length()) {
      if (name.region(at, text.length()).lookingAt()) {
        found.add(new Tag(at, name.end(), false));
        at = name.end();
        continue;
      }
      String closer = closer(text, at);
      int end = absent.contains(closer) ? -1 : text.indexOf(closer, at + 2);
      if (end >= 0) {
        found.add(new Tag(at, end + 2, closer.equals("#}")));
        at = end + 2;
      } else {
        absent.add(closer);
        at++;
      }
    }
    return found;
  }

  private static String closer(String text, int at) {
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    if (first == '<') {
      return second == '%' ? "%>" : "";
    }
    if (first != '{') {
      return "";
    }
    boolean length = at > 0 && text.charAt(at - 1) == '$';
    return switch (second) {
      case '{' -> "}}";
      case '%' -> "%}";
      case '#' -> length ? "" : "#}";
      default -> "";
    };
  }

  private boolean onOneLine(Tag one, Tag next) {
    return file.text().substring(one.end, next.start).indexOf('\n') < 0;
  }

  private void line(List<Tag> tags) {
    int start = file.text().lastIndexOf('\n', tags.getFirst().start) + 1;
    int stop = file.text().indexOf('\n', tags.getLast().end);
    int end = stop < 0 ? file.text().length() : stop;
    boolean alone = true;
    int at = start;
    for (Tag tag : tags) {
      alone &= isBlank(at, tag.start);
      at = tag.end;
    }
    Tag first = tags.getFirst();
    if (alone && nothingAfter(at, end)) {
      control(first.start, at);
      return;
    }
    if (statement(first) && isBlank(start, first.start)) {
      // Its text would not be indented as it will be once the tag is gone.
      control(first.start, end);
      return;
    }
    for (int i = 0; i < tags.size(); i++) {
      within(start, tags.subList(i, tags.size()), end);
    }
  }

  /// A tag among other text: what it stands for is unknown, unless it only frames all of a value,
  /// which then stands there or does not.
  private void within(int lineStart, List<Tag> tags, int lineEnd) {
    Tag tag = tags.getFirst();
    if (tag.comment) {
      blank(tag.start, tag.end);
    } else if (statement(tag) && (begins(lineStart, tag) || ends(tags, lineEnd))) {
      control(tag.start, tag.end);
    } else {
      Arrays.fill(masked, tag.start, tag.end, Hole.MARK);
      placeholders.add(file.span(tag.start, tag.end));
    }
  }

  private boolean begins(int lineStart, Tag tag) {
    String before = new String(masked, lineStart, tag.start - lineStart).strip();
    return before.endsWith(":") || before.equals("-");
  }

  private boolean ends(List<Tag> tags, int lineEnd) {
    boolean only = true;
    for (int i = 1; i < tags.size(); i++) {
      only &= statement(tags.get(i)) && isBlank(tags.get(i - 1).end, tags.get(i).start);
    }
    return only && nothingAfter(tags.getLast().end, lineEnd);
  }

  private boolean isBlank(int from, int to) {
    return file.text().substring(from, to).isBlank();
  }

  private boolean nothingAfter(int end, int lineEnd) {
    String rest = file.text().substring(end, lineEnd).strip();
    return rest.isEmpty() || rest.startsWith("#");
  }

  private void control(int start, int end) {
    blank(start, end);
    control.add(file.span(start, end));
  }

  private boolean statement(Tag tag) {
    return file.text().startsWith("%", tag.start + 1)
        && !file.text().startsWith("=", tag.start + 2);
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (masked[i] != '\n' && masked[i] != '\r') {
        masked[i] = ' ';
      }
    }
  }
}
