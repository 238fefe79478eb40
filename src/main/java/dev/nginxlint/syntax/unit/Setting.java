package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What all assignments to one key come to.
public sealed interface Setting<T> {
  /// It has a value.
  record Set<T>(T value, Span at) implements Setting<T> {}

  /// Nobody sets it, or it was set back to its default.
  record Unset<T>() implements Setting<T> {}

  /// The assignment that counts has a hole.
  record Unknown<T>(Span at) implements Setting<T> {}

  /// The last assignment that can be read; systemd ignores the others, with a warning.
  ///
  /// @param entries the assignments to the key, the first being the oldest
  /// @param reading how the key reads a value; empty for one that systemd refuses
  static <T> Setting<T> last(List<Entry> entries, Function<? super Text, Optional<T>> reading) {
    for (Entry entry : entries.reversed()) {
      if (Hole.in(entry.value())) {
        return new Unknown<>(entry.value().span());
      }
      Optional<T> value = reading.apply(entry.value());
      if (value.isPresent()) {
        return new Set<>(value.get(), entry.value().span());
      }
    }
    return new Unset<>();
  }

  /// The last assignment to a key that takes any text, where an empty one sets it back.
  static Optional<Text> text(List<Entry> entries) {
    return entries.isEmpty() || entries.getLast().value().length() == 0
        ? Optional.empty()
        : Optional.of(entries.getLast().value());
  }

  /// The assignments to a list that an empty one did not drop.
  ///
  /// Most lists are like this (ExecStart=, Environment=, ListenStream=, RuntimeDirectory=);
  /// dependencies (After=, Wants=, Requires= …) are not: nothing resets those.
  static List<Entry> list(List<Entry> entries) {
    int from = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).value().length() == 0) {
        from = i + 1;
      }
    }
    return entries.subList(from, entries.size());
  }

  /// The value, if there is one that is known.
  default Optional<Sourced<T>> known() {
    return switch (this) {
      case Set<T>(T value, Span at) -> Optional.of(new Sourced<>(value, at));
      case Unset<T> _, Unknown<T> _ -> Optional.empty();
    };
  }
}
