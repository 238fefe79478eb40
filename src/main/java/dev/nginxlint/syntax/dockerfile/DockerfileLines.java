package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a Dockerfile into instructions as parser.go of BuildKit does: directives, comments,
/// continuations, here-documents.
final class DockerfileLines {
  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*");
  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SourceFile file;
  private final String text;
  private final List<Problem> problems;
  private int at;
  private char escape = '\\';

  DockerfileLines(SourceFile file, List<Problem> problems) {
    this.file = file;
    this.text = file.text();
    this.problems = problems;
    this.at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    directives();
  }

  /// What continues a line.
  char escape() {
    return escape;
  }

  /// The next logical line without blanks around it, comment lines and empty ones skipped.
  Optional<Text> next() {
    while (at < text.length()) {
      int end = end(at);
      int from = skipBlanks(at, end);
      boolean empty = from == end || text.charAt(from) == '#';
      Text line = empty ? Text.of(file.span(from, from)) : strip(join(from, end));
      if (line.length() > 0) {
        return Optional.of(line);
      }
      at = empty ? end + 1 : at;
    }
    return Optional.empty();
  }

  /// The lines below, up to one that is the name of a here-document; empty if there is none.
  ///
  /// @param tabs whether tabs at the start of a line do not count
  Optional<Text> document(String name, boolean tabs) {
    List<int[]> lines = new ArrayList<>();
    int start = Math.min(at, text.length());
    while (at < text.length()) {
      int end = end(at);
      int from = at;
      while (tabs && from < end && text.charAt(from) == '\t') {
        from++;
      }
      at = end + 1;
      if (text.substring(from, withoutReturn(from, end)).equals(name)) {
        return Optional.of(content(start, lines));
      }
      lines.add(new int[] {from, Math.min(end + 1, text.length())});
    }
    return Optional.empty();
  }

  /// Where the line that was read last ends.
  int end() {
    int end = Math.min(at, text.length());
    return end > 0 && text.charAt(end - 1) == '\n' ? withoutReturn(0, end - 1) : end;
  }

  private Text content(int start, List<int[]> lines) {
    int end = lines.isEmpty() ? start : lines.getLast()[1];
    Text.Builder content = Text.at(file.span(start, end));
    lines.forEach(line -> content.plain(line[0], line[1]));
    return content.build();
  }

  /// Directives stand above everything else, and a comment that is none ends them.
  private void directives() {
    Set<String> seen = new HashSet<>();
    for (int i = at; i < text.length(); i = end(i) + 1) {
      String line = text.substring(i, withoutReturn(i, end(i))).strip();
      Matcher directive = DIRECTIVE.matcher(line);
      String name = directive.matches() ? directive.group(1).toLowerCase(Locale.ROOT) : "";
      if (!DIRECTIVES.contains(name)) {
        return;
      }
      boolean first = seen.add(name);
      boolean valid = !name.equals("escape") || directive.group(2).matches("[\\\\`]");
      if (!first || !valid) {
        String why = first ? "escapes can only be \"\\\" or \"`\"" : "repeats a directive";
        problems.add(new Problem(file.span(i, end(i)), why));
      } else if (name.equals("escape")) {
        escape = directive.group(2).charAt(0);
      }
    }
  }

  /// Joins lines while they end with the escape character, empty and comment lines in between left
  /// out.
  private Text join(int from, int firstEnd) {
    List<int[]> parts = new ArrayList<>();
    int start = from;
    int end = firstEnd;
    int stop = beforeContinuation(start, end);
    parts.add(new int[] {start, stop < 0 ? withoutReturn(start, end) : stop});
    at = end + 1;
    while (stop >= 0 && at < text.length()) {
      start = at;
      end = end(at);
      int first = skipBlanks(start, end);
      at = end + 1;
      if (first < end && text.charAt(first) != '#') {
        stop = beforeContinuation(start, end);
        parts.add(new int[] {start, stop < 0 ? withoutReturn(start, end) : stop});
      }
    }
    Text.Builder line = Text.at(file.span(from, Math.max(from, parts.getLast()[1])));
    parts.forEach(part -> line.plain(part[0], part[1]));
    return line.build();
  }

  /// Where the escape character stands that continues a line; -1 if none does.
  private int beforeContinuation(int start, int end) {
    int last = withoutReturn(start, end);
    while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    boolean escaped = last > start && text.charAt(last - 1) == escape;
    boolean doubled = last - 1 > start && text.charAt(last - 2) == escape;
    return escaped && !doubled ? last - 1 : -1;
  }

  private int skipBlanks(int start, int end) {
    int found = start;
    while (found < end && Character.isWhitespace(text.charAt(found))) {
      found++;
    }
    return found;
  }

  private int end(int from) {
    int found = text.indexOf('\n', from);
    return found < 0 ? text.length() : found;
  }

  private int withoutReturn(int start, int end) {
    int found = end;
    while (found > start && text.charAt(found - 1) == '\r') {
      found--;
    }
    return found;
  }

  private static Text strip(Text line) {
    int from = 0;
    int to = line.length();
    while (from < to && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(line.charAt(to - 1))) {
      to--;
    }
    return line.slice(from, to);
  }
}
