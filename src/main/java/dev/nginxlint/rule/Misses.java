package dev.nginxlint.rule;

import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The hops of a stack that miss for one kind of reason, those with one address and one cause as
/// one.
///
/// @param spared the passes that another peer of their upstream answers
public record Misses<C extends Cause>(C cause, List<Hop> hops, Set<Span> spared) {
  /// All of them, in the order of the stack.
  public static <C extends Cause> List<Misses<C>> of(Stack stack, Class<C> kind) {
    record Key(Span at, Cause cause) {}
    Map<Key, List<Hop>> found = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      if (call.answer() instanceof Answer.Missed(Cause cause) && kind.isInstance(cause)) {
        Key key = new Key(call.hop().at(), cause);
        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(call.hop());
      }
    }
    Set<Span> spared =
        stack.calls().stream()
            .filter(call -> call.answer() instanceof Answer.Found(var met, var _) && met.proven())
            .map(call -> call.hop().pass().at())
            .collect(Collectors.toSet());
    List<Misses<C>> all = new ArrayList<>();
    found.forEach(
        (key, hops) -> all.add(new Misses<>(kind.cast(key.cause()), List.copyOf(hops), spared)));
    return all;
  }

  /// The first of the hops.
  public Hop hop() {
    return hops.getFirst();
  }

  /// A finding whose primary place is the address that nginx dials; milder if the place where that
  /// nginx runs is a guess, declared nowhere, or if nginx has another peer to turn to.
  public Finding finding(String message) {
    Finding finding = Finding.at(hop().at(), "nginx connects here", message);
    Span pass = hop().pass().at();
    Finding whole = hop().upstream().isPresent() ? finding.and(pass, "passed on here") : finding;
    return whole.provenIf(
        (hop().place().at().isPresent() || hop().place().kind() == Place.Kind.HOST)
            && hops.stream().anyMatch(hop -> !spared.contains(hop.pass().at())));
  }
}
