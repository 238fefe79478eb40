package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// A name that is neither an upstream, nor a service, nor a host that anybody declared.
public final class UnknownUpstream implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NoSuchName.class).stream()
        .filter(
            miss ->
                !stack.isOnHostNetwork(miss.hop().place())
                    || stack.placesNamed(miss.cause().name()).isEmpty())
        .map(UnknownUpstream::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NoSuchName> miss) {
    String name = miss.cause().name();
    Finding finding =
        miss.finding(
                "nothing is called \"%s\": no upstream, no service, no alias, no host entry"
                    .formatted(name))
            .effect(Phrase.unresolved(miss.hop(), name))
            // Who lets nginx look a name up late may mean it to be there at times only.
            .provenIf(!miss.hop().resolvesLate());
    return miss.cause()
        .meant()
        .map(
            meant ->
                finding
                    .and(meant.at(), "\"" + meant.name() + "\" is declared here")
                    .fix("did you mean \"" + meant.name() + "\"?")
                    .remedy(edit(miss.hop(), name, meant), safety(name, meant)))
        .orElseGet(() -> finding.fix("name a service that shares a network with nginx"));
  }

  /// Another name altogether is meant only as far as the port tells.
  private static Remedy.Safety safety(String name, Cause.Near meant) {
    return Similar.alike(name, meant.name()) ? Remedy.Safety.SAFE : Remedy.Safety.UNSAFE;
  }

  /// The name that was meant, if it can have been no other and nginx does not start without it.
  private static Optional<Edit> edit(Hop hop, String name, Cause.Near meant) {
    return Optional.of(hop)
        .filter(_ -> meant.rivals() == 0 && !hop.resolvesLate())
        .flatMap(_ -> Edit.within(hop.at(), name, meant.name()));
  }
}
