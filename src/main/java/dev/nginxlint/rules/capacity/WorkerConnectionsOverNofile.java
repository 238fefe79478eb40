package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.OpenFiles;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx may not open as many files as it is to have connections.
public final class WorkerConnectionsOverNofile implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.OpenFiles.class).stream()
        .map(WorkerConnectionsOverNofile::finding)
        .toList();
  }

  private static Finding finding(OpenFiles files) {
    Finding finding =
        Finding.at(
                files.at(),
                "each takes a file, and a second one to a server behind nginx",
                "a worker of nginx is to have %s connections, and may open %s files (%s%s)"
                    .formatted(
                        files.connections(),
                        files.limit().value(),
                        files.source(),
                        files.limit().written().isPresent() ? "" : " by default"))
            .effect(
                "500 under load, (24: Too many open files); %s worker_connections exceed open file resource limit: %s"
                    .formatted(files.connections(), files.limit().value()))
            .fix("set worker_rlimit_nofile to twice worker_connections")
            .provenIf(files.limit().written().isPresent());
    return files
        .limit()
        .written()
        .map(at -> finding.and(at, "%s files".formatted(files.limit().value())))
        .orElse(finding);
  }
}
