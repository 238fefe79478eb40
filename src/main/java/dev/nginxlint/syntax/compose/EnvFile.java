package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// A file of `NAME=value` lines as compose-go reads it (dotenv/parser.go): `.env`, and what
/// `env_file` names.
///
/// @param assignments in the order of the file; of one name, the last counts
public record EnvFile(List<Assignment> assignments) implements Variables {
  public EnvFile {
    assignments = List.copyOf(assignments);
  }

  /// One variable; without a value it is the shell's of that name, if the shell has one.
  public record Assignment(Sourced<String> name, Optional<Text> value) {}

  /// Reads a file, in which a variable is looked up in `outer`, then among what the file sets, then
  /// in `earlier`.
  public static Parsed<EnvFile> parse(SourceFile file, Variables outer, Variables earlier) {
    return new EnvFileParser(file, outer, earlier).parse();
  }

  /// Reads a file of `format: raw`, in which a value is everything after the first `=`.
  public static Parsed<EnvFile> parseRaw(SourceFile file) {
    return new EnvFileParser(file, Variables.none(), Variables.none()).parseRaw();
  }

  @Override
  public Optional<Text> value(String name) {
    return assignments.reversed().stream()
        .filter(a -> a.name().value().equals(name))
        .findFirst()
        .flatMap(Assignment::value);
  }
}
