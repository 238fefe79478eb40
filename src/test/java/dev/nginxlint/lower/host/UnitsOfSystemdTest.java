package dev.nginxlint.lower.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.syntax.unit.UnitName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// systemd complains of an unknown key in each file that it reads, and so shows what it reads, in
/// order.
///
/// A tree has one alias only: systemd takes the directories of several in the order of a hash.
class UnitsOfSystemdTest {
  private static final int TREES = 8;
  private static final String CONTENT = "[Unit]\nUnknown=1\n";

  private static final List<String> NAMES =
      List.of(
          "a-b@i.service",
          "a-b@j.service",
          "a-b.service",
          "a@i.service",
          "al@i.service",
          "al.service");

  private static final List<String> FILES =
      List.of("a-b@.service", "a-b@j.service", "a-b.service", "a@.service");

  private static final Map<String, String> LINKS =
      Map.of(
          "al.service", "-> a-b.service",
          "al@.service", "-> a-b@.service",
          "al@i.service", "-> a-b@i.service",
          "a@i.service", "-> a-b@.service",
          "a-b.service", "",
          "a@.service", "-> /srv/linked.service");

  private static final List<String> DIRECTORIES =
      List.of(
          "a-b@i.service.d",
          "a-b@j.service.d",
          "a-b@.service.d",
          "a-b.service.d",
          "a-.service.d",
          "a-@.service.d",
          "a-@i.service.d",
          "a@.service.d",
          "a@i.service.d",
          "al.service.d",
          "al@.service.d",
          "al@i.service.d",
          "service.d");

  @TempDir Path directory;

  @Test
  void files_are_read_in_the_order_of_systemd() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    for (int seed = 0; seed < TREES; seed++) {
      Path root = directory.resolve("root" + seed);
      LinkedTree tree = new LinkedTree(generate(new Random(seed)));
      tree.writeTo(root);
      Units units = Units.of(tree.files(SourceSet.Layout.HOST));
      for (String name : NAMES) {
        assertEquals(real(root, tree, name), ours(units, name), "tree " + seed + ", " + name);
      }
    }
  }

  private static Map<String, String> generate(Random random) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("srv/linked.service", CONTENT);
    String alias = LINKS.keySet().stream().sorted().toList().get(random.nextInt(LINKS.size()));
    for (String above : Units.SEARCH_PATH) {
      FILES.stream()
          .filter(_ -> random.nextInt(8) == 0)
          .forEach(file -> texts.put(above + "/" + file, CONTENT));
      if (random.nextInt(6) == 0) {
        texts.put(above + "/" + alias, LINKS.get(alias));
      }
      for (String below : DIRECTORIES) {
        for (int i = 0; i < 4; i++) {
          String content = random.nextInt(9) == 0 ? "" : CONTENT;
          if (random.nextInt(8) == 0) {
            texts.put(above + "/" + below + "/" + random.nextInt(30) + ".conf", content);
          }
        }
      }
    }
    return texts;
  }

  private static List<String> real(Path root, LinkedTree tree, String name) {
    String path =
        Units.SEARCH_PATH.stream().map(found -> root + found).collect(Collectors.joining(":"));
    String output =
        Installed.run(
            Map.of("SYSTEMD_UNIT_PATH", path),
            List.of("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", name));
    if (output.contains("is masked")) {
      return List.of("masked");
    }
    if (output.contains("not found")) {
      return List.of("missing");
    }
    return output
        .lines()
        .filter(line -> line.contains("Unknown key 'Unknown'"))
        .map(line -> line.substring(root.toString().length(), line.indexOf(':')))
        .map(file -> tree.real(file).orElseThrow())
        .toList();
  }

  private static List<String> ours(Units units, String name) {
    Unit unit = units.load(UnitName.parse(name).orElseThrow());
    return switch (unit.state()) {
      case MASKED -> List.of("masked");
      case MISSING -> List.of("missing");
      case LOADED, UNREADABLE -> unit.parts().stream().map(part -> part.file().path()).toList();
    };
  }
}
