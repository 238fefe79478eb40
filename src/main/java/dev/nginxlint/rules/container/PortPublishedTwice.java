package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two services publish the same port of the host.
public final class PortPublishedTwice implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    Map<Integer, List<Publication>> taken = new HashMap<>();
    for (Publication publication : stack.publications()) {
      if (publication.published().isPresent()) {
        List<Publication> before = taken.computeIfAbsent(port(publication), _ -> new ArrayList<>());
        for (Publication other : before) {
          if (conflict(stack, other, publication)) {
            findings.add(finding(other, publication));
          }
        }
        before.add(publication);
      }
    }
    return findings;
  }

  /// Services of one file, as other files may hold what runs instead.
  private static boolean conflict(Stack stack, Publication one, Publication other) {
    return (overlap(one, other) || overlap(other, one))
        && one.at().file().equals(other.at().file())
        && !one.container().id().equals(other.container().id())
        && stack.comesUp(one.container())
        && stack.comesUp(other.container());
  }

  private static boolean overlap(Publication one, Publication other) {
    return other.takes(one.host().map(Sourced::value).orElse(Address.ANY_V4), port(one));
  }

  private static int port(Publication publication) {
    return publication.published().orElseThrow().value();
  }

  private static Finding finding(Publication one, Publication other) {
    return Finding.at(
            other.at(),
            "published as " + port(other),
            "%s and %s both publish port %s of the host"
                .formatted(one.container().label(), other.container().label(), port(other)))
        .and(one.at(), "published as " + port(one))
        .effect(
            "the second to start does not; Bind for :%s failed: port is already allocated"
                .formatted(port(one)))
        .fix("publish one of them under another port");
  }
}
