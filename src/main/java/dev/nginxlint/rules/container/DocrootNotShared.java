package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Remark.BarePhp;
import dev.nginxlint.stack.Remark.ScriptRoot;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// nginx tells php-fpm to run scripts under a path that php-fpm's container does not have.
public final class DocrootNotShared implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (ScriptRoot root : stack.remarks(ScriptRoot.class)) {
      for (BarePhp php : stack.remarks(BarePhp.class)) {
        Place place = stack.whole(php.process().place());
        boolean seen = place.mounts().stream().anyMatch(mount -> mount.meets(root.path()));
        if (!seen) {
          Place nginx = stack.whole(root.process().place());
          reached(stack, root, place)
              .flatMap(listener -> finding(root, php, nginx, place, listener))
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Listener> reached(Stack stack, ScriptRoot root, Place php) {
    return stack.callsBy(root.pass()).stream()
        .filter(call -> call.hop().from().id().equals(root.process().id()))
        .flatMap(call -> call.met().stream())
        .filter(listener -> listener.place().id().equals(php.id()))
        .findFirst();
  }

  /// Empty where the scripts are in neither container, so that nobody knows how they come there.
  private static Optional<Finding> finding(
      ScriptRoot root, BarePhp php, Place nginx, Place place, Listener listener) {
    Stream<Place.Mount> shared =
        place.mounts().stream()
            .filter(m -> nginx.mounts().stream().anyMatch(n -> n.volume().equals(m.volume())));
    Stream<Place.Mount> own = nginx.mounts().stream().filter(m -> m.meets(root.path()));
    return Stream.concat(shared, own)
        .findFirst()
        .map(
            mount ->
                Finding.at(
                        root.at(),
                        "nginx tells php-fpm to look here",
                        "nginx has %s run scripts under %s, where that container has nothing mounted"
                            .formatted(Phrase.owner(listener), root.path()))
                    .and(php.at(), "the image has no scripts")
                    .and(mount.at(), "mounted at %s".formatted(mount.target()))
                    .effect("404; FastCGI sent in stderr: \"Primary script unknown\"")
                    .fix("mount the scripts at %s in both containers".formatted(root.path())));
  }
}
