package dev.nginxlint.rules.capacity;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark.MemoryOver;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A server may take more memory than all of its processes are given.
public final class WorkersOverMemory implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(MemoryOver.class).stream().map(WorkersOverMemory::finding).toList();
  }

  private static Finding finding(MemoryOver over) {
    String most = Phrase.size(over.most().value());
    String size = Phrase.size(over.size());
    return Finding.at(
            over.at(),
            "may grow to " + size,
            "%s may take %s of memory (%s), but is given %s (%s)"
                .formatted(over.process().label(), size, over.option(), most, over.setting()))
        .and(over.most().at(), "all that there is")
        .effect(
            "the kernel kills it before it frees or refuses anything, and nginx answers 502;"
                + " upstream prematurely closed connection while reading response header from"
                + " upstream")
        .fix("set %s well below %s".formatted(over.option(), most));
  }
}
