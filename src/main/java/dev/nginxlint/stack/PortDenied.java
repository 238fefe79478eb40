package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// A port below 1024 is to be opened by somebody who may not (`ip_unprivileged_port_start`).
///
/// @param bounded whether nothing that is said of the program's own file (`setcap`) changes that
public record PortDenied(
    Process process, Span at, int port, Effective<String> user, Opener opener, boolean bounded)
    implements Remark.Apart {
  /// Who is to open it.
  public enum Opener {
    SERVICE,
    /// A service of the manager of a user, which nobody can give capabilities.
    SERVICE_OF_USER,
    /// podman without root.
    ROOTLESS_ENGINE
  }
}
