package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.QueueCut;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// A server wants more connections to wait than the kernel lets.
public final class BacklogOverSomaxconn implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.QueueCut.class).stream()
        .flatMap(cut -> finding(stack, cut).stream())
        .toList();
  }

  /// A Unix socket refuses what its queue has no place for; over TCP the kernel drops the packet
  /// that opens the connection, and nginx waits.
  private static String rush(Stack stack, QueueCut cut) {
    if (cut.process().role() == Process.Role.PROXY) {
      return "in a rush that was to be waited out clients are kept from connecting; nginx logs"
          + " nothing";
    }
    boolean file =
        stack.listenersOf(cut.process()).stream()
            .noneMatch(listener -> listener.endpoint() instanceof Endpoint.Inet);
    return file
        ? "502 in a rush that was to be waited out; connect() to unix:... failed (11:"
            + " Resource temporarily unavailable) while connecting to upstream"
        : "504 in a rush that was to be waited out; upstream timed out (110: Connection timed"
            + " out) while connecting to upstream";
  }

  private static Optional<Finding> finding(Stack stack, QueueCut cut) {
    boolean refuses = cut.process().server().filter("uwsgi"::equals).isPresent();
    int most = cut.most().value();
    if (!refuses && cut.most().written().isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(
                cut.at(),
                "so many are to wait",
                "%s wants %s connections to wait, but the kernel lets no more than %s"
                    .formatted(cut.process().label(), cut.length(), most))
            .effect(
                refuses
                    ? "uwsgi does not start; Listen queue size is greater than the system max net.core.somaxconn (%s)."
                        .formatted(most)
                    : rush(stack, cut))
            .fix("set net.core.somaxconn to %s".formatted(cut.length()))
            .provenIf(refuses);
    return Optional.of(
        cut.most().written().map(at -> finding.and(at, "net.core.somaxconn")).orElse(finding));
  }
}
