package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A pass with a URI whose last slash is not like the location's.
public final class UriReplaced implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.UriGlued.class::isInstance)
        .map(Remark.UriGlued.class::cast)
        .map(UriReplaced::finding)
        .toList();
  }

  private static Finding finding(Remark.UriGlued remark) {
    String location = remark.location().value();
    return Finding.at(
            remark.at(),
            "its URI takes the place of " + location,
            "a request for %s reaches the peer as %s".formatted(remark.request(), remark.passed()))
        .and(remark.location().at(), "this part of the path is replaced")
        .effect("404 from the application, mostly")
        .fix("end both in a slash, or neither")
        // Many programs read two slashes as one.
        .provenIf(!remark.passed().contains("//"));
  }
}
