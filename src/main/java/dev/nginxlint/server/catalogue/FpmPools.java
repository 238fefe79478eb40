package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.ini.IniTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pools that the files of php-fpm describe; a section that comes again adds to the first.
final class FpmPools {
  /// php-fpm: "failed to include more than 5 files recusively".
  private static final int DEEPEST = 5;

  private final String prefix;
  private final String main;
  private final Map<String, List<IniTree.Section>> pools = new LinkedHashMap<>();
  private Optional<String> unseen = Optional.empty();
  private int depth;

  /// @param main the main file, or the one that has the pools
  FpmPools(String prefix, String main) {
    this.main = main;
    this.prefix = prefix;
  }

  void unseen(String why) {
    unseen = unseen.or(() -> Optional.of(why));
  }

  /// Reads a file and those that it includes.
  void read(SourceFile file, Surroundings around) {
    for (IniTree.Section section : IniParser.parse(file, IniDialect.PHP).tree().sections()) {
      String name = section.name().value();
      if (name.isEmpty() || name.equals("global")) {
        section.all("include").stream()
            .flatMap(entry -> entry.value().stream())
            .forEach(pattern -> include(pattern.value(), around));
      } else {
        pools.computeIfAbsent(name, _ -> new ArrayList<>()).add(section);
      }
    }
  }

  private void include(String pattern, Surroundings around) {
    Includes found = Includes.of(around, Paths.resolve(prefix, pattern));
    if (depth == DEEPEST) {
      unseen("files of php-fpm include each other");
      return;
    }
    depth++;
    found.files().forEach(file -> read(file, around));
    depth--;
    found.unseen().ifPresent(this::unseen);
  }

  /// Where the last of a pool's `listen` stands; empty if it has none.
  Optional<SourceFile> listenFile(String pool) {
    return pools.getOrDefault(pool, List.of()).stream()
        .flatMap(section -> section.last("listen").stream())
        .map(entry -> entry.at().file())
        .reduce((_, later) -> later);
  }

  /// One pool alone; nothing if no file describes it.
  Launched pool(String name, Invocation call) {
    return pools.containsKey(name)
        ? new FpmPool(name, pools.get(name), prefix, main).launched(call)
        : Launched.NOTHING;
  }

  Launched launched(Invocation call) {
    Launched all = unseen.map(Launched::unknown).orElse(Launched.NOTHING);
    for (Map.Entry<String, List<IniTree.Section>> pool : pools.entrySet()) {
      all = all.and(new FpmPool(pool.getKey(), pool.getValue(), prefix, main).launched(call));
    }
    return all;
  }
}
