package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A template has a default in the way of a shell.
public final class TemplateDefaultUnexpanded implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.TemplateDefault.class).stream()
        .map(TemplateDefaultUnexpanded::finding)
        .toList();
  }

  private static Finding finding(Remark.TemplateDefault left) {
    String name = left.written().replaceAll("^\\$\\{|[:=-].*", "");
    return Finding.at(
            left.at(),
            "stays as it is written",
            "envsubst knows no defaults and leaves `%s` as it is".formatted(left.written()))
        .and(left.process().at(), "%s fills the template in".formatted(left.process().label()))
        .effect("nginx does not start; " + emerg(left, name))
        .fix(
            "write ${%s}, and the default into compose: %s: %s"
                .formatted(name, name, left.written()));
  }

  private static String emerg(Remark.TemplateDefault left, String name) {
    return switch (left.directive()) {
      case "listen" -> "[emerg] invalid port in \"%s".formatted(left.written());
      case "server" -> "[emerg] invalid port in upstream \"%s".formatted(left.written());
      case "proxy_pass",
          "fastcgi_pass",
          "uwsgi_pass",
          "grpc_pass",
          "set",
          "root",
          "alias",
          "proxy_set_header",
          "return" ->
          "[emerg] the closing bracket in \"%s\" variable is missing".formatted(name);
      default -> "[emerg] \"%s\" directive".formatted(left.directive());
    };
  }
}
