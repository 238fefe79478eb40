package dev.nginxlint.server.reading;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is known of a setting at one of the places where it can be made.
public sealed interface Setting {
  /// It is made, with a value that may have holes.
  record Value(Text text) implements Setting {}

  /// It is not made here.
  record Absent() implements Setting {}

  /// It may be made here; nobody can see.
  record Unknown(String why) implements Setting {}

  /// This, or what the next place says if this one says nothing.
  default Setting or(Supplier<Setting> next) {
    return this instanceof Absent ? next.get() : this;
  }

  /// The same, taken for not made where nobody can see.
  default Setting ifSeen() {
    return this instanceof Unknown ? new Absent() : this;
  }

  /// Its text, if it is made.
  default Optional<Text> value() {
    return this instanceof Value(Text text) ? Optional.of(text) : Optional.empty();
  }

  /// Whether it is made, and to exactly this.
  default boolean is(String value) {
    return value().filter(text -> text.value().equals(value)).isPresent();
  }

  /// Whether it may be other than its default.
  default boolean isOpen() {
    return !(this instanceof Absent);
  }

  /// Its value as it takes effect; empty if that is not known, or not what the program takes.
  ///
  /// @param otherwise its default
  /// @param program whose default that is
  default <T> Optional<Effective<T>> effective(
      Function<String, Optional<T>> reader, T otherwise, String program) {
    return switch (this) {
      case Value _ -> written(reader);
      case Absent() -> Optional.of(new Effective.Default<>(otherwise, program));
      case Unknown(String _) -> Optional.empty();
    };
  }

  /// Its value if it is written down and can be read.
  default <T> Optional<Effective<T>> written(Function<String, Optional<T>> reader) {
    return value()
        .filter(text -> !Hole.in(text))
        .flatMap(
            text -> reader.apply(text.value()).map(v -> new Effective.Written<>(v, text.span())));
  }
}
