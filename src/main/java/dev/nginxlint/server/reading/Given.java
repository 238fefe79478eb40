package dev.nginxlint.server.reading;

import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The options that a command line gives, in order.
///
/// @param known the names of the options that the program has
/// @param operands the words that belong to no option
/// @param hidden why there may be options that we do not see; empty if there are none
public record Given(
    Set<String> known, List<Use> uses, List<Text> operands, Optional<String> hidden) {
  public Given {
    uses = List.copyOf(uses);
    operands = List.copyOf(operands);
  }

  /// One use of an option.
  ///
  /// @param key the option's first long name, or its only name
  /// @param word the word that names it
  /// @param value its value, a part of that word or the word after it
  public record Use(String key, Text word, Optional<Text> value) {}

  /// The same, with a reason for which there may be more.
  public Given hiding(String why) {
    return new Given(known, uses, operands, hidden.or(() -> Optional.of(why)));
  }

  /// The uses of an option by its key.
  public List<Use> of(String key) {
    if (!known.contains(key)) {
      throw new IllegalArgumentException("the table has no option " + key);
    }
    List<Use> found = new ArrayList<>();
    for (Use use : uses) {
      if (use.key().equals(key)) {
        found.add(use);
      }
    }
    return found;
  }

  /// Whether an option is given.
  public boolean has(String key) {
    return !of(key).isEmpty();
  }

  /// The values of an option that may be repeated.
  public List<Text> all(String key) {
    List<Text> values = new ArrayList<>();
    for (Use use : of(key)) {
      use.value().ifPresent(values::add);
    }
    return values;
  }

  /// The value of an option; of its uses the last counts.
  public Setting last(String key) {
    List<Text> all = all(key);
    if (!all.isEmpty()) {
      return new Setting.Value(all.getLast());
    }
    return hidden.<Setting>map(Setting.Unknown::new).orElse(new Setting.Absent());
  }

  /// The operand at a place counted from 0.
  public Setting operand(int index) {
    return index < operands.size() ? new Setting.Value(operands.get(index)) : new Setting.Absent();
  }
}
