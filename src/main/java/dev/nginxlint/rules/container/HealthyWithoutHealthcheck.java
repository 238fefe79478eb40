package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A service waits until another is healthy, which nobody ever asks.
public final class HealthyWithoutHealthcheck implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.HealthUnknown.class).stream()
        .map(HealthyWithoutHealthcheck::finding)
        .toList();
  }

  private static Finding finding(Remark.HealthUnknown waits) {
    return Finding.at(
            waits.at(),
            "waits until it is healthy",
            "%s waits until \"%s\" is healthy, and \"%s\" has no health check"
                .formatted(waits.process().label(), waits.on(), waits.on()))
        .and(waits.service(), "neither here nor in its image is a health check")
        .effect(
            "%s does not start; dependency failed to start: container ... has no healthcheck configured"
                .formatted(waits.process().label()))
        .fix(
            "give \"%s\" a healthcheck, or wait with condition: service_started"
                .formatted(waits.on()));
  }
}
