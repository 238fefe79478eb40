package dev.nginxlint.rule;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;

/// Another text for a stretch of a file; every other byte stays what it is.
public record Edit(Span at, String replacement) {
  /// The text of the file with this in it.
  public String applied() {
    SourceFile file = at.file();
    return file.text().substring(0, at.start()) + replacement + file.text().substring(at.end());
  }
}
