package dev.nginxlint.rules.size;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Buffers;
import dev.nginxlint.stack.Buffers.Bound;
import dev.nginxlint.stack.Buffers.Violation;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sizes of buffers contradict each other, and nginx does not start.
public final class BufferConstraint implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<List<Span>, Finding> findings = new LinkedHashMap<>();
    stack.sites().stream()
        .flatMap(site -> site.block().all())
        .flatMap(block -> block.sizes().buffers().stream())
        .forEach(
            buffers ->
                buffers
                    .violation()
                    .ifPresent(v -> findings.putIfAbsent(v.written(), finding(v, buffers))));
    return List.copyOf(findings.values());
  }

  private static Finding finding(Violation violation, Buffers buffers) {
    Finding finding =
        Finding.at(violation.written().getFirst(), "written here", message(violation, buffers))
            .effect("nginx does not start; [emerg] " + violation.said())
            .fix(fix(violation, buffers));
    for (Span at : violation.written().subList(1, violation.written().size())) {
      finding = finding.and(at, "and here");
    }
    return finding;
  }

  private static String message(Violation violation, Buffers buffers) {
    boolean written = violation.value().written().isPresent();
    String value = Phrase.size(violation.value().value());
    String is =
        violation.setting() + " is " + value + (written ? "" : ", twice the largest buffer");
    return switch (violation.bound()) {
      case Bound.AtLeast(long least) when violation.setting().endsWith("_buffers") ->
          "%s are %s, but nginx needs at least %s".formatted(violation.setting(), value, least);
      case Bound.AtLeast(long least) ->
          "%s, but the largest buffer is %s".formatted(is, Phrase.size(least));
      case Bound.AtMost(long most) ->
          "%s, but all %sbuffers less one hold %s"
              .formatted(is, buffers.prefix(), Phrase.size(most));
    };
  }

  private static String fix(Violation violation, Buffers buffers) {
    long largest = Math.max(buffers.first().value(), buffers.each().value());
    boolean written = violation.value().written().isPresent();
    return switch (violation.bound()) {
      case Bound.AtLeast(long least) when violation.setting().endsWith("_buffers") ->
          "write %s %s or more".formatted(violation.setting(), least);
      case Bound.AtLeast(long least) ->
          "set %s to %s or more".formatted(violation.setting(), Phrase.size(least));
      case Bound.AtMost(long most) when written && most >= largest ->
          "set %s to %s or less".formatted(violation.setting(), Phrase.size(most));
      case Bound.AtMost _ ->
          "give the answers more room: %sbuffers 4 %s"
              .formatted(buffers.prefix(), Phrase.size(largest));
    };
  }
}
