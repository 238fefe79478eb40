package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// Templates are given to an nginx whose entrypoint does not fill them in.
public final class TemplateNotRendered implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.TemplateNotRendered.class).stream()
        .map(TemplateNotRendered::finding)
        .toList();
  }

  private static Finding finding(Remark.TemplateNotRendered left) {
    return Finding.at(
            left.at(),
            "this does not begin with nginx",
            "%s is never filled in: the entrypoint of the image does that only for a command that begins with nginx"
                .formatted(left.template()))
        .and(left.process().at(), left.process().label())
        .effect("nginx answers with the image's own welcome page, and 404")
        .fix(
            "begin the command with nginx, or with the entrypoint:"
                + " /docker-entrypoint.sh nginx -g 'daemon off;'");
  }
}
