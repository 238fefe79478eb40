package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;

/// A `server` block of nginx.
///
/// @param names its `server_name`s
/// @param listens the sockets it is reached by
/// @param block what stands in it
/// @param readers equal for sites that surely are read by one nginx, in the order of the stack's
public record Site(
    Process nginx,
    Span at,
    List<Sourced<String>> names,
    List<Bind> listens,
    Block block,
    Span readers) {
  public Site {
    names = List.copyOf(names);
    listens = List.copyOf(listens);
  }
}
