package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// A line of group(5).
///
/// @param members the users who are in it beside those whose main group it is
public record Group(Sourced<String> name, int number, List<Sourced<String>> members, Span at) {
  private static final int FIELDS = 4;

  public Group {
    members = List.copyOf(members);
  }

  /// The groups of a file; lines that are none are skipped as the C library skips them.
  public static List<Group> read(SourceFile file) {
    List<Group> groups = new ArrayList<>();
    for (Text line : Lines.of(file)) {
      List<Text> fields = Lines.fields(line);
      if (fields.size() >= FIELDS && Lines.isNumber(fields.get(2))) {
        int number = Integer.parseInt(fields.get(2).value());
        groups.add(
            new Group(fields.getFirst().sourced(), number, members(fields.get(3)), line.span()));
      }
    }
    return List.copyOf(groups);
  }

  private static List<Sourced<String>> members(Text field) {
    List<Sourced<String>> members = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= field.length(); i++) {
      if (i == field.length() || field.charAt(i) == ',') {
        if (i > start) {
          members.add(field.slice(start, i).sourced());
        }
        start = i + 1;
      }
    }
    return members;
  }
}
