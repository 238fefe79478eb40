package dev.nginxlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The examples of a card, and where in its page the expected output stands.
///
/// A section that begins with "Bad" is a whole stack; "Good" and "Silent" are the stack above them
/// with some of its files replaced.
public record CardExamples(List<Example> examples) {
  /// What an example shows.
  public enum Kind {
    BAD,
    GOOD,
    SILENT
  }

  /// One example, files that it takes over included.
  ///
  /// @param files the text of every file by path
  /// @param expected what stands in the `expect` block
  /// @param line the line after the one that opens the `expect` block, counted from 0
  public record Example(Kind kind, Map<String, String> files, String expected, int line) {}

  /// The examples of a page.
  public static CardExamples of(String page) {
    List<Example> examples = new ArrayList<>();
    Map<String, String> stack = new LinkedHashMap<>();
    List<String> lines = page.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at++);
      Kind kind = kind(line);
      if (kind == null) {
        continue;
      }
      Map<String, String> files = new LinkedHashMap<>(kind == Kind.BAD ? Map.of() : stack);
      String expected = "";
      int expectLine = -1;
      String path = "";
      while (at < lines.size() && !lines.get(at).startsWith("## ")) {
        String inner = lines.get(at++);
        if (inner.startsWith("`") && inner.endsWith("`") && !inner.startsWith("```")) {
          path = inner.substring(1, inner.length() - 1);
        } else if (inner.startsWith("```")) {
          int start = at;
          while (!lines.get(at).equals("```")) {
            at++;
          }
          String text = String.join("\n", lines.subList(start, at)) + "\n";
          if (inner.equals("```expect")) {
            expected = start == at ? "" : text;
            expectLine = start;
          } else {
            String place = path.replaceFirst(" -> .*", "");
            files.keySet().removeIf(known -> known.replaceFirst(" -> .*", "").equals(place));
            files.put(path, text);
          }
          at++;
        }
      }
      if (kind == Kind.BAD) {
        stack = files;
      }
      examples.add(new Example(kind, files, expected, expectLine));
    }
    return new CardExamples(examples);
  }

  private static Kind kind(String line) {
    if (line.startsWith("## Bad")) {
      return Kind.BAD;
    }
    return line.equals("## Good") ? Kind.GOOD : line.equals("## Silent") ? Kind.SILENT : null;
  }
}
