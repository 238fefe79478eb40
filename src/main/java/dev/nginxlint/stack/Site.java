package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;

/// A `server` block of nginx.
///
/// @param names its `server_name`s
/// @param listens the sockets it is reached by
public record Site(Process nginx, Span at, List<Sourced<String>> names, List<Bind> listens) {
  public Site {
    names = List.copyOf(names);
    listens = List.copyOf(listens);
  }
}
