package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A site is put where the nginx of the image does not look.
public final class ConfigMountUnread implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.ConfigUnread.class).stream()
        .map(ConfigMountUnread::finding)
        .toList();
  }

  private static Finding finding(Remark.ConfigUnread unread) {
    return Finding.at(
            unread.at(),
            "becomes %s".formatted(unread.path()),
            "%s never reads %s: its nginx.conf includes /etc/nginx/conf.d/*.conf and nothing else"
                .formatted(unread.process().label(), unread.path()))
        .and(unread.process().at(), "has the nginx.conf of its image")
        .effect("the site is not there: the image's own answers with its welcome page, and 404")
        .fix(
            "put it at /etc/nginx/conf.d/default.conf, or give the service an nginx.conf of its"
                + " own");
  }
}
