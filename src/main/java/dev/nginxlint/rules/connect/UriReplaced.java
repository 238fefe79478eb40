package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/// A pass with a URI whose last slash is not like the location's.
public final class UriReplaced implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : stack.remarks()) {
      if (remark instanceof Remark.UriGlued glued
          && (!glued.passed().contains("//") || strict(stack, glued))) {
        findings.add(finding(glued));
      }
    }
    return findings;
  }

  /// Whether an application gets the path that is known to serve no files: nginx and its like read
  /// two slashes as one.
  private static boolean strict(Stack stack, Remark.UriGlued glued) {
    return stack.callsBy(glued.at()).stream()
        .flatMap(call -> call.met().stream())
        .anyMatch(met -> met.proven() && met.owner().role() == Process.Role.APPLICATION);
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
        // Some applications read two slashes as one.
        .provenIf(!remark.passed().contains("//"));
  }
}
