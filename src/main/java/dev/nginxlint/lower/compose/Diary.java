package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the loading of one project has to say beside the project.
final class Diary {
  private final Set<SourceFile> files = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> included = new LinkedHashSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> rejections = new LinkedHashSet<>();
  private final Set<Sourced<String>> unknown = new LinkedHashSet<>();
  private Optional<String> incomplete = Optional.empty();
  private boolean partial;

  /// A file was read as part of the project.
  void read(String path, SourceFile file) {
    if (files.add(file)) {
      paths.add(path);
    }
  }

  /// A file was taken in with others by `include`.
  void included(List<String> paths) {
    included.addAll(paths);
  }

  /// A file, or the rest of it, could not be read, which is why nothing is refused of the project.
  void problem(Problem problem) {
    problems.add(problem);
    partial = true;
    incomplete(problem.at().file() + " cannot be read: " + problem.message());
  }

  /// A file is a template, and no YAML as it stands.
  void template(Problem problem) {
    String why = "is a template that cannot be followed: " + problem.message();
    problems.add(new Problem(problem.at(), why, Problem.Kind.TEMPLATE));
  }

  /// A file will have other parts once it is filled in, so that nothing is refused of it.
  void template(String why) {
    partial = true;
    incomplete(why);
  }

  /// Compose refuses to start the project because of this.
  void refuse(Span at, String why) {
    rejections.add(new Problem(at, why));
  }

  /// The project may hold more than what was read; the first reason stays.
  void incomplete(String why) {
    incomplete = incomplete.or(() -> Optional.of(why));
  }

  void unknown(Sourced<String> variable) {
    unknown.add(variable);
  }

  List<SourceFile> files() {
    return List.copyOf(files);
  }

  /// The paths of the files in the tree, in the order in which they were read.
  List<String> paths() {
    return List.copyOf(paths);
  }

  /// The paths of those that `include` took in.
  Set<String> included() {
    return Set.copyOf(included);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Problem> rejections() {
    return partial ? List.of() : List.copyOf(rejections);
  }

  List<Sourced<String>> unknown() {
    return List.copyOf(unknown);
  }

  Optional<String> incomplete() {
    return incomplete;
  }
}
