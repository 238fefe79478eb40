package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import java.util.Map;

/// What a file of settings in JavaScript or JSON exports, as far as it can be read without running
/// it.
///
/// @param exported what `module.exports =` or `export default` gives away
/// @param constants the values of the names that it declares at its left margin
public record ScriptFile(Literal exported, Map<String, Literal> constants) {
  public ScriptFile {
    constants = Map.copyOf(constants);
  }

  /// Reads a file.
  public static ScriptFile parse(SourceFile file) {
    return new ScriptReader(file).read();
  }
}
