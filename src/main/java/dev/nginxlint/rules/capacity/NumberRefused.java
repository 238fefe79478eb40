package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.BadNumber;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A server does not start with a number that it is given.
public final class NumberRefused implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(BadNumber.class).stream().map(NumberRefused::finding).toList();
  }

  private static Finding finding(BadNumber refused) {
    String server = refused.process().server().orElseThrow();
    return Finding.at(
            refused.at(),
            server + " refuses this",
            "%s does not start with this number: %s"
                .formatted(refused.process().label(), refused.says()))
        .effect("%s does not start; %s".formatted(server, refused.says()))
        .fix(refused.fix());
  }
}
