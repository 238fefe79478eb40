package dev.nginxlint.rules.lifecycle;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Remark.RemovedAtStop;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// Stopping one unit takes away the directory that another has its socket in.
public final class RuntimeDirectoryShared implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<RemovedAtStop> directories = stack.remarks(RemovedAtStop.class);
    List<Finding> findings = new ArrayList<>();
    for (RemovedAtStop own : directories) {
      for (RemovedAtStop other : directories) {
        if (own.path().equals(other.path()) && !same(own, other)) {
          stack.listeners().stream()
              .filter(listener -> isOf(own, listener))
              .findFirst()
              .ifPresent(listener -> findings.add(finding(own, other, listener)));
        }
      }
    }
    return findings;
  }

  private static boolean same(RemovedAtStop one, RemovedAtStop other) {
    return one.process().id().equals(other.process().id());
  }

  private static boolean isOf(RemovedAtStop own, Listener listener) {
    return listener.owner().id().split("#", 2)[0].equals(own.process().id())
        && listener.endpoint() instanceof Endpoint.Unix(String path)
        && path.startsWith("/")
        && Paths.within(own.path(), Paths.absolute(path));
  }

  private static Finding finding(RemovedAtStop own, RemovedAtStop other, Listener listener) {
    return Finding.at(
            other.at(),
            "systemd removes %s when %s stops".formatted(own.path(), other.process().label()),
            "stopping or restarting %s takes away the socket of %s: both have RuntimeDirectory=%s"
                .formatted(
                    other.process().label(),
                    own.process().label(),
                    Paths.relative("/run", own.path())))
        .and(listener.bind().at(), "%s has its socket there".formatted(Phrase.owner(listener)))
        .effect(
            "502 until %s is restarted; connect() to unix:... failed (2: No such file or directory)"
                .formatted(own.process().label()))
        .fix("give each unit a RuntimeDirectory= of its own");
  }
}
