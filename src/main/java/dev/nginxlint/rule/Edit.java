package dev.nginxlint.rule;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Another text for a stretch of a file; every other byte stays what it is.
public record Edit(Span at, String replacement) {
  private static final Pattern SETTING = Pattern.compile("([ \\t]*)[\\w-]+\\s*=?\\s*");

  /// The text of the file with this in it.
  public String applied() {
    SourceFile file = at.file();
    return file.text().substring(0, at.start()) + replacement + file.text().substring(at.end());
  }

  /// One thing for another within a stretch of a file; nothing unless it stands there once.
  public static Optional<Edit> within(Span at, String old, String replacement) {
    int found = at.text().indexOf(old);
    return found < 0 || old.isEmpty() || found != at.text().lastIndexOf(old)
        ? Optional.empty()
        : Optional.of(
            new Edit(
                at.file().span(at.start() + found, at.start() + found + old.length()),
                replacement));
  }

  /// Another name of the same directory for that at the end of a path; nothing unless the path
  /// stands there once.
  public static Optional<Edit> sibling(Span at, String path, String name) {
    return within(at, path, Paths.resolve(Paths.parent(path), name));
  }

  /// A line above the one in which a value is set, indented as that is; nothing if more than the
  /// name of what is set stands before the value there.
  public static Optional<Edit> above(Span value, String line) {
    String text = value.file().text();
    int start = text.lastIndexOf('\n', value.start() - 1) + 1;
    Matcher name = SETTING.matcher(text.substring(start, value.start()));
    int next = text.indexOf('\n', start);
    String end = next > 0 && text.charAt(next - 1) == '\r' ? "\r\n" : "\n";
    return name.matches()
        ? Optional.of(new Edit(value.file().span(start, start), name.group(1) + line + end))
        : Optional.empty();
  }

  /// The same for a directive of nginx in a `location`; nothing if another block stands before it
  /// there, or around it.
  public static Optional<Edit> inLocation(Span value, String directive) {
    String before = value.file().text().substring(0, value.start());
    int open = before.lastIndexOf('{');
    String opener = before.substring(before.lastIndexOf('\n', open) + 1, Math.max(open, 0));
    return open > before.lastIndexOf('}') && opener.strip().startsWith("location ")
        ? above(value, directive)
        : Optional.empty();
  }
}
