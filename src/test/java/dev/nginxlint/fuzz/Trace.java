package dev.nginxlint.fuzz;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that a reading holds, written down: two readings are the same if this is.
///
/// Whoever writes it down asks every place for its lines, and finds that each is one of the file.
final class Trace {
  private static final ClassValue<List<Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          List<Method> accessors =
              Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          accessors.forEach(AccessibleObject::trySetAccessible);
          return accessors;
        }
      };

  private final SourceFile file;
  private final StringBuilder written = new StringBuilder();

  /// What an alias stands for is the value itself, at every place again.
  private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();

  private Trace(SourceFile file) {
    this.file = file;
  }

  /// What a reading of a file holds.
  static String of(SourceFile file, Object reading) {
    Trace trace = new Trace(file);
    trace.write(reading);
    return trace.written.toString();
  }

  private void write(Object value) {
    switch (value) {
      case Span span -> place(span);
      case Text text -> text(text);
      case SourceFile other -> check(other);
      case Optional<?> optional -> optional.ifPresentOrElse(this::write, () -> written.append('-'));
      case Set<?> set -> written.append(set.stream().map(String::valueOf).sorted().toList());
      case Collection<?> values -> values.forEach(this::write);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .sorted((one, other) -> name(one).compareTo(name(other)))
              .forEach(
                  entry -> {
                    written.append(entry.getKey()).append('=');
                    write(entry.getValue());
                  });
      case Record record -> components(record);
      default -> written.append(value);
    }
    written.append(' ');
  }

  private static String name(Map.Entry<?, ?> entry) {
    return String.valueOf(entry.getKey());
  }

  private void components(Record value) {
    Integer before = known.putIfAbsent(value, known.size());
    if (before != null) {
      written.append('&').append(before);
      return;
    }
    written.append(value.getClass().getSimpleName()).append('(');
    for (Method accessor : COMPONENTS.get(value.getClass())) {
      try {
        write(accessor.invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    written.append(')');
  }

  private void place(Span span) {
    check(span.file());
    written.append(span.start()).append('-').append(span.end());
    boolean forward =
        span.from().line() < span.to().line()
            || (span.from().line() == span.to().line()
                && span.from().column() <= span.to().column());
    if (!forward || span.to().line() > file.lineCount()) {
      throw new AssertionError("no place: " + span);
    }
  }

  private void text(Text text) {
    written.append(text.value());
    place(text.span());
    for (int i = 0; i < Math.min(text.length(), 50); i++) {
      place(text.span(i, i + 1));
    }
    place(text.span(0, text.length()));
  }

  private void check(SourceFile other) {
    if (other != file) {
      throw new AssertionError("a place of another file: " + other.text());
    }
  }
}
