package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import java.util.ArrayList;
import java.util.List;

/// The variables of `Environment=`, as systemd.exec(5) describes it: no `$` is expanded.
public final class Environment {
  private Environment() {}

  /// The variables that all assignments of a unit come to, in order.
  ///
  /// A word that is no assignment is skipped with a warning by systemd, and so by us.
  public static List<Variable> of(List<Entry> entries, UnitName unit) {
    List<Variable> variables = new ArrayList<>();
    for (Entry entry : Setting.list(entries)) {
      for (Text word : Words.split(entry.value(), Words.Escapes.DECODED).tree()) {
        Text expanded = Specifiers.expand(word, unit, Manager.SYSTEM);
        int equals = expanded.value().indexOf('=');
        if (equals > 0 && Variable.isName(expanded.value().substring(0, equals))) {
          Text value = expanded.slice(equals + 1, expanded.length());
          variables.add(new Variable(expanded.slice(0, equals).sourced(), value));
        }
      }
    }
    return List.copyOf(variables);
  }
}
