package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A file of settings in Python or Ruby, as far as it can be read without running it.
///
/// @param statements the statements that give names values, in order
/// @param hidden the names that other code mentions
public record CodeFile(List<Statement> statements, Set<String> hidden) {
  public CodeFile {
    statements = List.copyOf(statements);
    hidden = Set.copyOf(hidden);
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
