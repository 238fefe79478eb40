package dev.nginxlint.lower.host;

import dev.nginxlint.syntax.unit.UnitName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names of the directories that hold a unit's drop-ins, as dropin.c in systemd builds them.
final class DropInDirectories {
  private DropInDirectories() {}

  /// The names in one directory of the search path, the most specific first: `a-b@i.service.d`,
  /// `a-b@.service.d`, `a-.service.d`, `a-@i.service.d` …
  static List<String> of(UnitName unit) {
    List<String> names = new ArrayList<>();
    collect(unit, names);
    return names;
  }

  private static void collect(UnitName unit, List<String> names) {
    names.add(unit + ".d");
    if (unit.isInstance()) {
      collect(unit.template(), names);
    }
    String prefix = unit.prefix();
    int end = prefix.endsWith("-") ? prefix.length() - 1 : prefix.length();
    int dash = prefix.lastIndexOf('-', end - 1);
    if (dash > 0) {
      String shorter = prefix.substring(0, dash + 1);
      Optional<String> instance = unit.instance().filter(_ -> unit.isInstance());
      collect(UnitName.of(shorter, instance, unit.type()), names);
    }
  }
}
