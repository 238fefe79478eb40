package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// A port below 1024 is to be opened by somebody who may not (`ip_unprivileged_port_start`).
public record PortDenied(Process process, Span at, int port, Effective<String> user, Opener opener)
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
