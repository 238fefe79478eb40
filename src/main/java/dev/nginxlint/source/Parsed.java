package dev.nginxlint.source;

import java.util.List;
import java.util.function.Function;

/// What a parser made of a text: a tree, always, and the problems it met on the way.
public record Parsed<T>(T tree, List<Problem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }

  /// A tree without problems.
  public static <T> Parsed<T> of(T tree) {
    return new Parsed<>(tree, List.of());
  }

  /// The same problems with a tree derived from this one.
  public <R> Parsed<R> map(Function<? super T, ? extends R> change) {
    return new Parsed<>(change.apply(tree), problems);
  }
}
