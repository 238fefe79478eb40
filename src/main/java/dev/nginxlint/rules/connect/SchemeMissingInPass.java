package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A `proxy_pass` does not begin with a scheme.
public final class SchemeMissingInPass implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks().stream()
        .filter(Remark.NoScheme.class::isInstance)
        .map(Remark.NoScheme.class::cast)
        .map(SchemeMissingInPass::finding)
        .toList();
  }

  private static Finding finding(Remark.NoScheme remark) {
    return Finding.at(
            remark.at(),
            "no http:// or https://",
            "proxy_pass takes a URL, and \"%s\" has no scheme".formatted(remark.written()))
        .effect("nginx does not start; [emerg] invalid URL prefix")
        .fix("write http://" + remark.written())
        .remedy(
            Edit.within(remark.at(), remark.written(), "http://" + remark.written()),
            remark.written().matches("[^/]*:443(/.*)?")
                ? Remedy.Safety.UNSAFE
                : Remedy.Safety.SAFE);
  }
}
