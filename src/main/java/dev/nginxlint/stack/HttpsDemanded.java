package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Set;

/// An application redirects every request to https that did not come by it, as far as it is told.
///
/// @param setting what makes it so
/// @param headers those by which it can be told, in lower case
/// @param heed from whom it takes them
public record HttpsDemanded(
    Process process, Span at, String setting, Set<String> headers, Heed heed)
    implements Remark.Apart {
  public HttpsDemanded {
    headers = Set.copyOf(headers);
  }

  /// From whom a header is taken.
  public enum Heed {
    OF_ANYBODY,
    /// Of 127.0.0.1 and no other address.
    OF_LOOPBACK,
    OF_NOBODY
  }
}
