package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Locale;

/// A template of the nginx image uses a variable that nobody sets.
public final class TemplateVariableUndefined implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.TemplateVariable.class).stream()
        .map(TemplateVariableUndefined::finding)
        .toList();
  }

  private static Finding finding(Remark.TemplateVariable left) {
    String name = left.variable();
    return Finding.at(
            left.at(),
            "stays as it is written",
            "nothing in the environment of %s sets %s, so the template keeps it as it is written"
                .formatted(left.process().label(), name))
        .and(left.process().at(), "its environment")
        .effect("nginx does not start; " + emerg(left))
        .fix("set %s under `environment` of the service".formatted(name));
  }

  private static String emerg(Remark.TemplateVariable left) {
    return switch (left.directive()) {
      case "listen" -> "[emerg] host not found in \"${%s}".formatted(left.variable());
      case "server" -> "[emerg] host not found in upstream \"${%s}".formatted(left.variable());
      case "proxy_pass",
          "fastcgi_pass",
          "uwsgi_pass",
          "grpc_pass",
          "set",
          "root",
          "alias",
          "proxy_set_header",
          "return" ->
          "[emerg] unknown \"%s\" variable".formatted(left.variable().toLowerCase(Locale.ROOT));
      default -> "[emerg] ... \"%s\"".formatted(left.directive());
    };
  }
}
