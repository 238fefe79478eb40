package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// Everything that could listen where nginx connects is in view, and nothing does.
public final class NothingListens implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NothingListens.class).stream()
        .map(NothingListens::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NothingListens> miss) {
    Place place = miss.cause().place();
    Finding finding =
        miss.finding(
                "nginx connects to %s, and nothing listens there in %s"
                    .formatted(Phrase.target(miss.hop()), place.label()))
            .effect("502; connect() failed (111: Connection refused) while connecting to upstream")
            .fix("connect to the server that is meant, or start it where nginx connects");
    return place.at().map(at -> finding.and(at, "nothing listens here")).orElse(finding);
  }
}
