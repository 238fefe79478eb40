package dev.nginxlint.rules.suppress;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A comment asks to ignore what is not found where it stands.
public final class UnusedIgnore implements Rule {
  /// Nothing: that an ignore is of no use is known only after every other rule.
  @Override
  public List<Finding> check(Stack stack) {
    return List.of();
  }

  /// What there is to say of a name that stands in an ignore for nothing.
  public static Finding finding(Sourced<String> slug) {
    return Finding.at(
            slug.at(), "nothing to ignore", "there is no " + slug.value() + " here to ignore")
        .effect("none; the next fault of this kind on the line would go untold")
        .fix("delete it");
  }
}
