package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.FilesAbsent;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// nginx serves files of a directory that is mounted elsewhere, or in another container only.
public final class StaticPathMismatch implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (FilesAbsent absent : stack.remarks(FilesAbsent.class)) {
      Place nginx = stack.whole(absent.process().place());
      if (nginx.mounts().stream().noneMatch(mount -> mount.meets(absent.path()))) {
        List<Place> others =
            stack.places().stream()
                .filter(place -> place.kind() == Place.Kind.CONTAINER)
                .filter(place -> !place.id().equals(nginx.id()))
                .toList();
        others.stream()
            .flatMap(other -> finding(absent, nginx, other).stream())
            .findFirst()
            .ifPresent(finding -> findings.putIfAbsent(absent.at(), finding));
      }
    }
    return List.copyOf(findings.values());
  }

  /// What another container shares with nginx and may have been meant, or has at the path itself.
  private static Optional<Finding> finding(FilesAbsent absent, Place nginx, Place other) {
    Optional<Place.Mount> there =
        other.mounts().stream().filter(m -> Paths.within(m.target(), absent.path())).findFirst();
    Optional<Place.Mount> shared =
        nginx.mounts().stream()
            .filter(own -> other.mounts().stream().anyMatch(m -> m.volume().equals(own.volume())))
            .filter(
                own ->
                    there.filter(m -> m.volume().equals(own.volume())).isPresent()
                        || Paths.name(own.target()).equals(Paths.name(absent.path())))
            .findFirst();
    return shared
        .map(
            own ->
                finding(absent)
                    .and(own.at(), "the files are at " + own.target())
                    .fix("let nginx look in %s, where they are mounted".formatted(own.target())))
        .or(
            () ->
                there.map(
                    mount ->
                        finding(absent)
                            .and(mount.at(), "only %s has them".formatted(other.label()))
                            .fix(
                                "mount the same at %s for nginx as well"
                                    .formatted(mount.target()))));
  }

  private static Finding finding(FilesAbsent absent) {
    return Finding.at(
            absent.at(),
            "nothing is mounted or copied here",
            "nginx serves %s from %s, where its container has nothing"
                .formatted(absent.location(), absent.path()))
        .effect("404 for every file under " + absent.location());
  }
}
