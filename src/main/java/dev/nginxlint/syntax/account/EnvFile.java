package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.Variable;
import java.util.ArrayList;
import java.util.List;

/// The file of an `EnvironmentFile=`, as env-file.c of systemd reads it: nothing is expanded.
public final class EnvFile {
  private final SourceFile file;
  private final String text;
  private final List<Variable> variables = new ArrayList<>();
  private int at;

  private EnvFile(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /// The variables of a file, in order; lines without `=` and names that no environment takes are
  /// skipped as systemd skips them.
  public static List<Variable> read(SourceFile file) {
    EnvFile reader = new EnvFile(file);
    while (reader.skip(" \t\r\n")) {
      if (";#".indexOf(reader.text.charAt(reader.at)) >= 0) {
        reader.at = reader.lineEnd(reader.at);
      } else {
        reader.line();
      }
    }
    return List.copyOf(reader.variables);
  }

  private void line() {
    int start = at;
    int end = lineEnd(at);
    int equals = text.indexOf('=', at);
    if (equals < 0 || equals > end) {
      at = end;
      return;
    }
    Text name = Text.of(file.span(start, stripped(start, equals)));
    at = equals + 1;
    Text value = value();
    if (Variable.isName(name.value())) {
      variables.add(new Variable(name.sourced(), value));
    }
  }

  /// Quoted pieces, blanks between them meaning nothing, then an unquoted rest in which quotes are
  /// characters like any other.
  private Text value() {
    skip(" \t");
    int start = at;
    List<int[]> pieces = new ArrayList<>();
    while (at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0) {
      quoted(pieces, text.charAt(at++));
      skip(" \t");
    }
    unquoted(pieces);
    int end = pieces.isEmpty() ? start : Math.max(start, pieces.getLast()[1]);
    boolean closed = end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0;
    Text.Builder value = Text.at(file.span(start, closed ? end + 1 : end));
    pieces.forEach(piece -> value.plain(piece[0], piece[1]));
    return value.build();
  }

  /// Within `"` a backslash frees what a shell's would, and takes a line break away.
  private void quoted(List<int[]> pieces, char quote) {
    while (at < text.length() && text.charAt(at) != quote) {
      boolean escape = quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length();
      if (escape && text.charAt(at + 1) == '\n') {
        at += 2;
        continue;
      }
      at += escape && "\"\\`$".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      pieces.add(new int[] {at, ++at});
    }
    at++;
  }

  /// Up to the end of the line; a backslash frees any character, and takes a line break away.
  private void unquoted(List<int[]> pieces) {
    int solid = pieces.size();
    while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
      boolean escape = text.charAt(at) == '\\';
      at += escape ? 1 : 0;
      if (at < text.length() && !(escape && "\r\n".indexOf(text.charAt(at)) >= 0)) {
        pieces.add(new int[] {at, at + 1});
        solid = escape || " \t".indexOf(text.charAt(at)) < 0 ? pieces.size() : solid;
      }
      at++;
    }
    pieces.subList(solid, pieces.size()).clear();
  }

  private boolean skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int stripped(int start, int end) {
    int found = end;
    while (found > start && " \t".indexOf(text.charAt(found - 1)) >= 0) {
      found--;
    }
    return found;
  }
}
