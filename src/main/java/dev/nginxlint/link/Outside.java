package dev.nginxlint.link;

import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Hop;
import java.util.List;
import java.util.Optional;

/// What somebody declared to listen outside of everything in view.
record Outside(List<External> externals) {
  Outside {
    externals = List.copyOf(externals);
  }

  /// The answer to a hop, given what it meets of what is in view: who was reached there is nearer
  /// than what somebody says of others.
  Answer settle(Hop hop, Answer seen) {
    return Linker.reached(seen).isPresent()
        ? seen
        : externals.stream()
            .filter(external -> external.isDialledBy(hop))
            .findFirst()
            .map(external -> answer(hop, external))
            .orElse(seen);
  }

  private static Answer answer(Hop hop, External external) {
    return Speech.understood(hop.protocol(), external.protocol())
        ? new Answer.External(external.host(), Optional.of(external))
        : new Answer.Missed(new Cause.DeclaredOtherwise(external));
  }
}
