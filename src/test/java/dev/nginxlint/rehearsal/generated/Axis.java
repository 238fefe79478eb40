package dev.nginxlint.rehearsal.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One dimension of the space of deployments.
///
/// @param values each as many times as it has weight
record Axis(List<String> values) {
  /// A line for each value: its weight and its text, `-` for none, `;` where a line ends.
  static Axis of(String table) {
    List<String> values = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.strip().split(" ", 2);
      String value = cells[1].equals("-") ? "" : cells[1].replace(';', '\n');
      values.addAll(Collections.nCopies(Integer.parseInt(cells[0]), value));
    }
    return new Axis(List.copyOf(values));
  }

  String draw(Dice dice) {
    return dice.of(values);
  }
}
