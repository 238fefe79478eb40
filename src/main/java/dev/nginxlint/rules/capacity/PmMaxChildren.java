package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// php-fpm refuses how many children a pool is to have.
public final class PmMaxChildren implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.ChildrenRefused.class).stream()
        .map(PmMaxChildren::finding)
        .toList();
  }

  private static Finding finding(Remark.ChildrenRefused refused) {
    return Finding.at(
            refused.at(),
            "php-fpm refuses this",
            "the numbers of %s do not go together: %s"
                .formatted(refused.process().label(), refused.message()))
        .effect("php-fpm does not start, with none of its pools; " + refused.message())
        .fix(
            "let pm.min_spare_servers, pm.max_spare_servers and pm.max_children rise in this"
                + " order");
  }
}
