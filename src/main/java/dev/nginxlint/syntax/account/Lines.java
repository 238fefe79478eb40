package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines and their fields.
final class Lines {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private Lines() {}

  /// The lines of a file without blanks around them, empty ones and those that begin with `#` left
  /// out.
  static List<Text> of(SourceFile file) {
    List<Text> lines = new ArrayList<>();
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number);
      int from = file.lineStart(number) + line.length() - line.stripLeading().length();
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        lines.add(Text.of(file.span(from, from + line.strip().length())));
      }
    }
    return lines;
  }

  /// The parts of a line between colons.
  static List<Text> fields(Text line) {
    List<Text> fields = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ':') {
        fields.add(line.slice(start, i));
        start = i + 1;
      }
    }
    return fields;
  }

  /// The words of a line between blanks.
  static List<Text> words(Text line) {
    List<Text> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || Character.isWhitespace(line.charAt(i))) {
        if (i > start) {
          words.add(line.slice(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /// Whether a field is the number of a user or a group.
  static boolean isNumber(Text field) {
    return NUMBER.matcher(field.value()).matches();
  }
}
