package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// A line of passwd(5).
///
/// @param group the number of the main group
public record User(Sourced<String> name, int number, int group, String home, Span at) {
  private static final int FIELDS = 7;

  /// The users of a file; lines that are none are skipped as the C library skips them.
  public static List<User> read(SourceFile file) {
    List<User> users = new ArrayList<>();
    for (Text line : Lines.of(file)) {
      List<Text> fields = Lines.fields(line);
      boolean valid = fields.size() >= FIELDS;
      if (valid && Lines.isNumber(fields.get(2)) && Lines.isNumber(fields.get(3))) {
        int number = Integer.parseInt(fields.get(2).value());
        int group = Integer.parseInt(fields.get(3).value());
        String home = fields.get(5).value();
        users.add(new User(fields.getFirst().sourced(), number, group, home, line.span()));
      }
    }
    return List.copyOf(users);
  }
}
