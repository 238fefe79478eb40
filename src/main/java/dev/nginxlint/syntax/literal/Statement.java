package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Map;

/// A statement that says something of a name.
///
/// @param name what is set or called
/// @param form how: `name = value` is Python's way, `name value` Ruby's
/// @param arguments the values: one for `bind = "..."`, any number for `port 3000, "::1"`
/// @param options the values with names: `listen "/x", umask: 7`
/// @param at the name
/// @param conditions what must hold for it to be run
public record Statement(
    String name,
    Form form,
    List<Literal> arguments,
    Map<String, Literal> options,
    Span at,
    List<Condition> conditions) {
  public Statement {
    conditions = List.copyOf(conditions);
    arguments = List.copyOf(arguments);
    options = Map.copyOf(options);
  }

  /// The two ways of saying something of a name.
  public enum Form {
    /// `name = value`
    ASSIGNED,
    /// `name value, value`
    CALLED
  }
}
