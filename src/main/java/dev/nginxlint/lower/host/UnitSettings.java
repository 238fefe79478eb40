package dev.nginxlint.lower.host;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.syntax.unit.Setting;
import dev.nginxlint.syntax.unit.Specifiers;
import dev.nginxlint.syntax.unit.Timespan;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.Value;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The settings of one section of a unit, read as systemd reads them.
///
/// @param section `Service`, `Socket`
record UnitSettings(Unit unit, String section) {
  /// What a key that takes one text is set to, its specifiers filled in.
  Optional<Text> text(String key) {
    return Setting.text(unit.entries(section, key)).map(this::expand);
  }

  /// The same, as a value of the model; empty if a part of it is not known.
  Optional<Effective<String>> effective(String key) {
    return text(key).filter(text -> !Hole.in(text)).map(text -> Effective.of(text.sourced()));
  }

  /// The values of a key that can be given several times.
  List<Text> list(String key) {
    return Setting.list(unit.entries(section, key)).stream()
        .map(Entry::value)
        .map(this::expand)
        .toList();
  }

  /// The words of all values of a key that can be given several times.
  List<Text> words(String key, Escapes escapes) {
    return list(key).stream().flatMap(text -> Words.split(text, escapes).tree().stream()).toList();
  }

  /// A switch; empty if nobody sets it.
  Optional<Sourced<Boolean>> flag(String key) {
    return Setting.last(unit.entries(section, key), Value::bool).known();
  }

  /// Whether a switch is known to be on.
  boolean isOn(String key) {
    return flag(key).filter(Sourced::value).isPresent();
  }

  /// A file mode.
  Optional<Effective<Integer>> mode(String key) {
    return Setting.last(unit.entries(section, key), Value::mode).known().map(Effective::of);
  }

  /// A length of time; empty if nobody sets it, or if it has no end.
  Optional<Sourced<Duration>> time(String key) {
    return Setting.last(unit.entries(section, key), Timespan::parse)
        .known()
        .flatMap(
            span ->
                span.value() instanceof Timespan.Finite(Duration length)
                    ? Optional.of(span.with(length))
                    : Optional.empty());
  }

  /// Whether the key is set to something.
  boolean has(String key) {
    return !list(key).isEmpty();
  }

  private Text expand(Text text) {
    return Specifiers.expand(text, unit.name(), unit.manager());
  }
}
