package dev.nginxlint.rules.size;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One end was told to take large bodies, and the other refuses them.
public final class BodySizeOrder implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        Hop hop = call.hop();
        Optional<Intake.Limit> taken = stack.bodyTaken(listener);
        Optional<Effective<Long>> let = hop.sizes().body();
        if (taken.isPresent() && let.isPresent() && let.get().value() != 0) {
          List<Object> key = List.of(listener.owner().id(), let.get());
          finding(stack, hop, let.get(), listener, taken.get())
              .ifPresent(found -> findings.putIfAbsent(key, found));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Optional<Finding> finding(
      Stack stack, Hop hop, Effective<Long> let, Listener listener, Intake.Limit taken) {
    boolean written = taken.size().written().isPresent();
    if (let.value() < taken.size().value()) {
      // Uploads may take another way, which was given a size of its own.
      return written && stack.hopsTo(listener.owner()).stream().noneMatch(Hop::sized)
          ? Optional.of(nginxFirst(hop, let, listener, taken))
          : Optional.empty();
    }
    // Whoever limits both takes a little more at nginx, where a body has its wrapping.
    boolean far = let.value() >= 2 * taken.size().value();
    return let.written().isPresent() && far
        ? Optional.of(serverFirst(let, listener, taken))
        : Optional.empty();
  }

  private static Finding nginxFirst(
      Hop hop, Effective<Long> let, Listener listener, Intake.Limit taken) {
    String size = Phrase.size(taken.size().value());
    return Finding.at(
            hop.pass().at(),
            "no client_max_body_size for this",
            "nginx refuses bodies over %s by default, but %s is to take %s"
                .formatted(Phrase.size(let.value()), Phrase.owner(listener), size))
        .and(taken.size().written().orElseThrow(), taken.option() + " is " + size)
        .effect(Phrase.refused(Intake.Refusal.ANSWERED))
        .fix("set client_max_body_size %s here".formatted(size))
        .remedy(
            Edit.inLocation(hop.pass().at(), "client_max_body_size %s;".formatted(size)),
            Remedy.Safety.UNSAFE);
  }

  private static Finding serverFirst(Effective<Long> let, Listener listener, Intake.Limit taken) {
    String size = Phrase.size(taken.size().value());
    String usual = taken.size().written().isPresent() ? "" : " by default";
    return Finding.at(
            let.written().orElseThrow(),
            "nginx lets this much through",
            "nginx lets bodies of %s through, but %s takes no more than %s%s"
                .formatted(Phrase.size(let.value()), Phrase.owner(listener), size, usual))
        .and(taken.size().written().orElse(listener.bind().at()), taken.option() + usual)
        .effect(Phrase.refused(taken.refusal()))
        .fix("raise %s to %s".formatted(taken.option(), Phrase.size(let.value())));
  }
}
