package dev.nginxlint.server.reading;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.literal.Literal;
import dev.nginxlint.syntax.literal.ScriptFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings that a file in JavaScript or JSON exports.
///
/// @param constants the names that the file gives a value
/// @param root what is asked; the whole of what is exported, or a part of it
public record ScriptSettings(Invocation call, Map<String, Literal> constants, Literal root) {
  private static final Setting.Unknown COMPUTED =
      new Setting.Unknown("its configuration file computes it");

  public ScriptSettings {
    constants = Map.copyOf(constants);
  }

  /// The settings of a file.
  public static ScriptSettings of(Invocation call, SourceFile file) {
    ScriptFile script = ScriptFile.parse(file);
    return new ScriptSettings(call, script.constants(), script.exported()).resolved();
  }

  /// The setting of a name.
  public Setting get(String name) {
    return switch (root) {
      case Literal.Table(Map<String, Literal> entries, boolean whole, var _) ->
          entries.containsKey(name)
              ? value(entries.get(name))
              : whole ? new Setting.Absent() : COMPUTED;
      case Literal.Word(String word, var _) when word.matches("undefined|null") ->
          new Setting.Absent();
      default -> COMPUTED;
    };
  }

  /// What is under a name; a table without any entry, if nothing is.
  public ScriptSettings in(String name) {
    return switch (root) {
      case Literal.Table(Map<String, Literal> entries, boolean whole, var at) -> {
        Literal none = whole ? new Literal.Table(Map.of(), true, at) : new Literal.Opaque(at);
        yield of(entries.getOrDefault(name, none));
      }
      default -> this;
    };
  }

  /// The parts of a list; empty if it is none that can be read.
  public Optional<List<ScriptSettings>> items() {
    return root instanceof Literal.Items(List<Literal> items, var _)
        ? Optional.of(items.stream().map(this::of).toList())
        : Optional.empty();
  }

  /// The values of a table; empty if it may have more than those that are read.
  public Optional<Map<String, Literal>> entries() {
    return root instanceof Literal.Table(Map<String, Literal> entries, boolean whole, var _)
            && whole
        ? Optional.of(entries)
        : Optional.empty();
  }

  /// What this literal comes to.
  public Setting value(Literal literal) {
    return switch (of(literal).root) {
      case Literal.Str(Text text) -> new Setting.Value(text);
      case Literal.Num(Text text) -> new Setting.Value(text);
      case Literal.Word(String name, var at) ->
          name.matches("undefined|null")
              ? new Setting.Absent()
              : new Setting.Value(Text.derived(name, at));
      case Literal.Environment(String name, Optional<Literal> otherwise, var _) ->
          call.filled(name).or(() -> otherwise.map(this::value).orElse(new Setting.Absent()));
      case Literal.Name _,
          Literal.Joined _,
          Literal.Items _,
          Literal.Table _,
          Literal.Route _,
          Literal.Opaque _ ->
          COMPUTED;
    };
  }

  private ScriptSettings of(Literal literal) {
    return new ScriptSettings(call, constants, literal).resolved();
  }

  /// A name stands for what the file declares it to be.
  private ScriptSettings resolved() {
    return root instanceof Literal.Name(String name, var _)
            && constants.containsKey(name)
            && !(constants.get(name) instanceof Literal.Name)
        ? new ScriptSettings(call, constants, constants.get(name))
        : this;
  }
}
