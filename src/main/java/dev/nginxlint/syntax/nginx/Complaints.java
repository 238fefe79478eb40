package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// What nginx would say of a file.
final class Complaints {
  /// How many there may be of one file. nginx stops at the first.
  private static final int ENOUGH = 100;

  private final SourceFile file;
  private final List<Problem> found = new ArrayList<>();

  Complaints(SourceFile file) {
    this.file = file;
  }

  void add(int start, int end, String message) {
    if (found.size() < ENOUGH) {
      found.add(new Problem(file.span(start, end), message));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /// All of them; of a template, which nginx never reads as it stands, why it cannot be followed.
  List<Problem> of(Template.Kind kind) {
    return kind == Template.Kind.NONE && !Template.isNamed(file.path())
        ? found
        : found.stream().limit(1).map(Complaints::unfollowed).toList();
  }

  private static Problem unfollowed(Problem complaint) {
    String message = "is a template that cannot be followed: " + complaint.message();
    return new Problem(complaint.at(), message, Problem.Kind.TEMPLATE);
  }
}
