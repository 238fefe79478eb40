package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;

/// certbot puts the answer to a challenge into a directory, from which nginx is to serve it under
/// `/.well-known/acme-challenge/`.
///
/// @param path the directory, as certbot sees it
/// @param names whose certificate it is; empty if only certbot knows
public record Webroot(Process process, Span at, String path, List<String> names)
    implements Remark.Apart {
  public Webroot {
    names = List.copyOf(names);
  }
}
