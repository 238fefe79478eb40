package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A port is published to a port of the container on which nothing listens.
public final class PublishedPortMismatch implements Rule {
  private static final String RESET =
      "who connects there is cut off; recv() failed (104: Connection reset by peer)";

  @Override
  public List<Finding> check(Stack stack) {
    return stack.deliveries().stream()
        .map(Stack.Delivery::answer)
        .filter(answer -> answer instanceof Answer.Missed(Cause.PublishedToNothing _))
        .map(answer -> (Cause.PublishedToNothing) ((Answer.Missed) answer).cause())
        .map(
            cause ->
                finding(cause, isDialled(stack, cause.publication()))
                    .provenIf(!reached(stack, cause.publication())))
        .toList();
  }

  /// Whether a hop in view leads there; whoever else connects is no nginx.
  private static boolean isDialled(Stack stack, Publication publication) {
    return stack.calls().stream()
        .anyMatch(
            call ->
                call.answer() instanceof Answer.Missed(Cause.PublishedToNothing(var to, var _))
                    && to.equals(publication));
  }

  /// Whether another port of the container leads somewhere: then it is not down for everybody.
  private static boolean reached(Stack stack, Publication publication) {
    return stack.deliveries().stream()
        .filter(delivery -> delivery.answer() instanceof Answer.Found)
        .map(delivery -> delivery.publication().container().id())
        .anyMatch(publication.container().id()::equals);
  }

  private static Finding finding(Cause.PublishedToNothing cause, boolean dialled) {
    Publication publication = cause.publication();
    Listener nearest = cause.nearest();
    return Finding.at(
            publication.at(),
            "leads to port " + publication.target().value() + " of the container",
            "%s publishes its port %s, but listens on %s"
                .formatted(
                    publication.container().label(),
                    publication.target().value(),
                    nearest.endpoint()))
        .and(nearest.bind().at(), Phrase.listens(nearest))
        .effect(dialled ? Phrase.FORWARDED : RESET)
        .fix("publish the port that the server listens on")
        .provenIf(nearest.proven());
  }
}
