package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A file lies where nginx does not take what it holds: a site in the place of the main file.
public final class DirectiveOutOfPlace implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.OutOfPlace.class).stream()
        .map(DirectiveOutOfPlace::finding)
        .toList();
  }

  private static Finding finding(Remark.OutOfPlace place) {
    boolean main = place.level().equals("main");
    Finding finding =
        Finding.at(
                place.at(),
                "not taken here",
                main
                    ? "%s reads this as its main file, where \"%s\" may not stand"
                        .formatted(place.process().label(), place.name())
                    : "%s reads this within its http block, where \"%s\" may not stand"
                        .formatted(place.process().label(), place.name()))
            .effect(
                "nginx does not start; [emerg] \"%s\" directive is not allowed here"
                    .formatted(place.name()))
            .fix(
                main
                    ? "put the file where sites are, into conf.d, or its blocks into http"
                    : "put the file in the place of nginx.conf, or leave its server blocks only");
    boolean elsewhere = place.process().at().file() != place.at().file();
    return elsewhere ? finding.and(place.process().at(), "read by this nginx") : finding;
  }
}
