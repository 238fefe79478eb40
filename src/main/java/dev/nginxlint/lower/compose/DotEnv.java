package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.SourceSet.Reading;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.EnvFile.Assignment;
import dev.nginxlint.syntax.compose.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The `.env` that stands beside a compose file.
final class DotEnv {
  private DotEnv() {}

  /// The file at a path, if it is there and can be read.
  static Optional<EnvFile> read(SourceSet sources, String path, Diary diary) {
    return switch (sources.read(path)) {
      case Reading.Read(SourceFile file) -> {
        Parsed<EnvFile> parsed = EnvFile.parse(file, Variables.none(), Variables.none());
        for (Problem problem : parsed.problems()) {
          diary.refuse(problem.at(), problem.message());
          diary.incomplete(file + " cannot be read to its end");
        }
        yield Optional.of(parsed.tree());
      }
      case Reading.Absent _ -> Optional.empty();
      case Reading.Unreadable(SourceFile file, String why) -> {
        diary.incomplete(file + " " + why);
        yield Optional.empty();
      }
    };
  }

  /// What the file sets, in its order.
  static Map<String, Text> values(EnvFile file) {
    Map<String, Text> found = new LinkedHashMap<>();
    for (Assignment assignment : file.assignments()) {
      assignment.value().ifPresent(value -> found.put(assignment.name().value(), value));
    }
    return found;
  }
}
