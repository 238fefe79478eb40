package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Remark.RemovedAtStop;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// The socket that systemd opens for a service lies in the directory that it removes with it.
public final class RuntimeDirectoryEatsSocket implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (RemovedAtStop removed : stack.remarks(RemovedAtStop.class)) {
      for (Directory directory : stack.directories()) {
        if (directory.maker().endsWith(".socket")
            && Paths.within(removed.path(), directory.path())) {
          findings.add(finding(removed, directory));
        }
      }
    }
    return findings;
  }

  private static Finding finding(RemovedAtStop removed, Directory socket) {
    String service = removed.process().label();
    return Finding.at(
            removed.at(),
            "systemd removes %s when %s stops".formatted(removed.path(), service),
            "stopping or restarting %s takes away the socket of %s, which goes on without its file"
                .formatted(service, socket.maker()))
        .and(socket.at(), "%s opens its socket there".formatted(socket.maker()))
        .effect(
            "502 until %s is restarted; connect() to unix:... failed (2: No such file or directory)"
                .formatted(socket.maker()))
        .fix(
            "let the socket lie elsewhere, in /run itself, or set RuntimeDirectoryPreserve=yes"
                + " in the service");
  }
}
