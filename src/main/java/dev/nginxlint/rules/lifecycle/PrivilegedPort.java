package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.PortDenied;
import dev.nginxlint.stack.PortDenied.Opener;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A port that only root may open, for a server that is not root.
public final class PrivilegedPort implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(PortDenied.class).stream().map(PrivilegedPort::finding).toList();
  }

  private static Finding finding(PortDenied denied) {
    Effective<String> user = denied.user();
    String port = String.valueOf(denied.port());
    String label = denied.process().label();
    boolean engine = denied.opener() == Opener.ROOTLESS_ENGINE;
    Finding finding =
        Finding.at(
                denied.at(),
                "below 1024",
                engine
                    ? "podman may not publish port %s for %s: %s runs it, who is not root"
                        .formatted(port, label, user.value())
                    : "%s may not listen on port %s: it runs as %s, who is not root"
                        .formatted(label, port, user.value()))
            .effect(
                engine
                    ? "the container does not start; rootlessport cannot expose privileged port "
                        + port
                    : "the server does not start; " + Phrase.REFUSED)
            .fix(fix(denied.opener()))
            .provenIf(denied.bounded());
    return user.written()
        .map(at -> finding.and(at, "as this user"))
        .orElseGet(() -> finding.and(denied.process().at(), "run by " + user.value()));
  }

  private static String fix(Opener opener) {
    return switch (opener) {
      case SERVICE ->
          "add AmbientCapabilities=CAP_NET_BIND_SERVICE to [Service], or take a port from 1024 on";
      case SERVICE_OF_USER -> "take a port from 1024 on, or make it a unit of the machine";
      case ROOTLESS_ENGINE ->
          "publish a port from 1024 on, or set net.ipv4.ip_unprivileged_port_start";
    };
  }
}
