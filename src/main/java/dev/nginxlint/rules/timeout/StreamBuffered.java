package dev.nginxlint.rules.timeout;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Remark.HeldBack;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// nginx holds back an answer that is to go through piece by piece.
public final class StreamBuffered implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    stack.remarks(HeldBack.class).forEach(held -> findings.putIfAbsent(held.at(), finding(held)));
    return List.copyOf(findings.values());
  }

  private static Finding finding(HeldBack held) {
    return Finding.at(
            held.at(),
            "nginx does not heed it here",
            "%s X-Accel-Buffering does not keep nginx from holding answers back: it heeds that header only in an answer of the server"
                .formatted(held.directive()))
        .and(held.pass(), "held back here")
        .effect("events arrive all at once, when the answer ends or a buffer is full")
        .fix("set %s off here".formatted(held.buffering()))
        .remedy(Optional.of(new Edit(held.at(), held.buffering() + " off;")), Remedy.Safety.UNSAFE);
  }
}
