package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Set;

/// An application redirects every request to https that did not come by it, as far as it is told.
///
/// @param setting what makes it so
/// @param headers those by which it can be told, in lower case
public record HttpsDemanded(Process process, Span at, String setting, Set<String> headers)
    implements Remark.Apart {
  public HttpsDemanded {
    headers = Set.copyOf(headers);
  }

  /// Whether it is what a server runs.
  public boolean isRunBy(Process server) {
    return server.id().equals(process.id()) || server.id().startsWith(process.id() + "#");
  }
}
