package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.yaml.YamlFile.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Hides the parts of a template (Jinja, Go, ERB) that are no YAML, so that every other character
/// keeps its offset.
///
/// A placeholder within a line becomes marks of holes, a line of nothing but tags becomes blank.
final class TemplateMask {
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
    int at = 0;
    while (at + 1 < text.length()) {
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
      alone &= file.text().substring(at, tag.start).isBlank();
      at = tag.end;
    }
    String rest = file.text().substring(at, end).strip();
    if (alone && (rest.isEmpty() || rest.startsWith("#"))) {
      blank(tags.getFirst().start, tags.getLast().end);
      control.add(file.span(tags.getFirst().start, tags.getLast().end));
    } else {
      within(tags);
    }
  }

  /// Tags among other text: what stands between `{% if %}` and `{% endif %}` is as unknown as they.
  private void within(List<Tag> tags) {
    int at = 0;
    while (at < tags.size()) {
      Tag tag = tags.get(at);
      int last = at;
      if (tag.comment) {
        blank(tag.start, tag.end);
      } else {
        for (int i = at; i < tags.size() && statement(tag); i++) {
          last = statement(tags.get(i)) ? i : last;
        }
        Arrays.fill(masked, tag.start, tags.get(last).end, Hole.MARK);
        placeholders.add(file.span(tag.start, tags.get(last).end));
      }
      at = last + 1;
    }
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
