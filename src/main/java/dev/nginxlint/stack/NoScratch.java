package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;

/// A server may write none of the directories in which it makes files for itself.
///
/// @param log what it says before it ends
/// @param setting what keeps it from them: `ProtectSystem=strict`
public record NoScratch(
    Process process,
    Span at,
    List<String> directories,
    String log,
    String setting,
    Span by,
    Evidence evidence)
    implements Remark.Apart {
  public NoScratch {
    directories = List.copyOf(directories);
  }
}
