package dev.nginxlint.source;

import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Work on many things on all cores, with results that do not tell so.
public final class Parallel {
  /// Fewer are done before a second core has begun.
  private static final int FEW = 8;

  private Parallel() {}

  /// What comes of each, in the order of the list.
  ///
  /// @param work may run for several at a time
  public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
    Stream<T> each = all.size() < FEW ? all.stream() : all.parallelStream();
    return each.map(work).toList();
  }

  /// Begins something whose outcome is needed later; who asks for it waits until it is there.
  public static <T> Supplier<T> begin(Supplier<T> work) {
    return ForkJoinTask.adapt(work::get).fork()::join;
  }
}
