package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A file of settings in Python or Ruby, as far as it can be read without running it.
///
/// @param statements the statements that give names values, in order
/// @param hidden the names that other code mentions
public record CodeFile(List<Statement> statements, Set<String> hidden) {
  public CodeFile {
    statements = List.copyOf(statements);
    hidden = Set.copyOf(hidden);
  }

  /// The same with what a condition decides decided.
  ///
  /// @param holds whether a condition holds, empty for nobody knows
  public CodeFile decided(Function<Condition, Optional<Boolean>> holds) {
    List<Statement> run = new ArrayList<>();
    Set<String> unclear = new HashSet<>(hidden);
    for (Statement statement : statements) {
      List<Optional<Boolean>> told = statement.conditions().stream().map(holds).toList();
      if (told.stream().allMatch(Optional.of(true)::equals)) {
        run.add(statement);
      } else if (!told.contains(Optional.of(false))) {
        unclear.add(statement.name());
      }
    }
    return new CodeFile(run, unclear);
  }

  /// Reads a file.
  public static CodeFile parse(SourceFile file) {
    return new CodeReader(file).read();
  }

  /// The statements of a form about a name, in order.
  public List<Statement> all(String name, Statement.Form form) {
    return statements.stream()
        .filter(statement -> statement.form() == form && statement.name().equals(name))
        .toList();
  }

  /// The last of them.
  public Optional<Statement> last(String name, Statement.Form form) {
    return all(name, form).stream().reduce((_, later) -> later);
  }

  /// Whether code that we do not read mentions a name, so that it may be set there.
  public boolean hides(String name) {
    return hidden.contains(name);
  }
}
