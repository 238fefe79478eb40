package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where the files of an image were made: in the build context, or in another stage.
///
/// @param steps what put them into the image, the first first
/// @param stages the file tree of another stage
record Origins(Sources sources, List<BuiltImage.Step> steps, Function<BuiltImage, View> stages) {
  /// Where the file at a path was made; empty if no COPY put it there.
  Optional<View.Origin> of(String path) {
    return last(copy -> named(copy, path)).or(() -> last(copy -> inside(copy, path)));
  }

  /// @param files the sources that are files and no directories, as far as that is known
  private record Copy(List<String> from, String to, Set<String> files) {}

  private Optional<View.Origin> last(Function<Copy, Optional<String>> source) {
    for (BuiltImage.Step step : steps.reversed()) {
      Optional<View.Origin> found =
          switch (step) {
            case BuiltImage.Step.Copied(List<String> from, String to) ->
                source
                    .apply(new Copy(from, to, files(from)))
                    .map(at -> new View.Origin(MountedView.tree(sources), at));
            case BuiltImage.Step.Taken(BuiltImage stage, List<String> from, String to) ->
                source
                    .apply(new Copy(from, to, Set.of()))
                    .flatMap(at -> stages.apply(stage).origin(at));
            case BuiltImage.Step.Unseen _, BuiltImage.Step.Written _, BuiltImage.Step.Ran _ ->
                Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Set<String> files(List<String> from) {
    return from.stream()
        .filter(source -> sources.set().tree().kind(source) == FileTree.Kind.FILE)
        .collect(Collectors.toSet());
  }

  /// A copy that names the file, or is a pattern for it.
  private static Optional<String> named(Copy copy, String path) {
    String target = Paths.absolute(copy.to());
    return copy.from().stream()
        .filter(
            source ->
                path.equals(target)
                    || path.equals(Paths.resolve(target, Paths.name(source)))
                    || (Glob.isPattern(source)
                        && Paths.parent(path).equals(target)
                        && Glob.matches(Paths.name(source), Paths.name(path))))
        .findFirst();
  }

  /// A copy of a directory that the file may have been in.
  private static Optional<String> inside(Copy copy, String path) {
    String target = Paths.absolute(copy.to());
    return copy.from().size() == 1 && copy.files().isEmpty() && Paths.within(target, path)
        ? Optional.of(Paths.absolute(copy.from().getFirst() + path.substring(target.length())))
        : Optional.empty();
  }
}
