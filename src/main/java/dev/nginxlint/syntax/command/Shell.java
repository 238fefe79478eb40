package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;

/// Shell text: `sh -c '...'`, the shell form of a Dockerfile, an entrypoint script, a Procfile
/// line.
///
/// Everything is taken for sh or bash. What is neither leaves problems behind and makes the
/// commands after it uncertain.
public final class Shell {
  private Shell() {}

  /// The commands of a text.
  public static Parsed<Script> parse(Text text) {
    return new ShellReader(text).read();
  }

  /// The commands of a script.
  public static Parsed<Script> parse(SourceFile file) {
    return parse(Text.of(file.span()));
  }
}
