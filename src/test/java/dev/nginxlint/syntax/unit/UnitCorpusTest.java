package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Corpus;
import dev.nginxlint.Installed;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.UnitTree.Ignored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitCorpusTest {
  private static final int SAMPLE = Integer.getInteger("sample", 12);

  @Test
  void every_unit_is_read_and_every_value_stands_where_it_says() {
    for (Path file : Corpus.files("units", path -> !path.toString().endsWith(".tsv"))) {
      Parsed<UnitTree> parsed = UnitParser.parse(Corpus.read(file));
      assertTrue(parsed.problems().isEmpty(), () -> file + " " + parsed.problems());
      for (UnitTree.Section section : parsed.tree().sections()) {
        section.entries().forEach(UnitCorpusTest::standsWhereItSays);
      }
    }
  }

  @Test
  void systemd_ignores_the_same_lines() {
    assumeTrue(Installed.has("systemd-analyze"));
    List<Path> files =
        Corpus.files(
            "units", path -> path.toString().matches(".*\\.(service|socket|timer|path|target)"));
    for (int i = 0; i < files.size(); i += SAMPLE) {
      Path file = files.get(i).toAbsolutePath().normalize();
      SourceFile source = Corpus.read(file);
      assertEquals(real(file), ours(source), file.toString());
    }
  }

  private static void standsWhereItSays(Entry entry) {
    for (int i = 0; i < entry.value().length(); i++) {
      String there = entry.value().span(i, i + 1).text();
      String here = entry.value().value().substring(i, i + 1);
      boolean joined = here.equals(" ") && there.startsWith("\\");
      assertTrue(there.equals(here) || joined || Hole.is(here), there);
    }
  }

  private static List<String> real(Path file) {
    String output =
        Installed.run(
            Map.of(),
            List.of(
                "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", file.toString()));
    return output
        .lines()
        .filter(line -> line.startsWith(file + ":"))
        .filter(line -> line.matches(".*(Missing (key name )?.*'='|Assignment outside).*"))
        .map(line -> line.substring(file.toString().length() + 1).split(":", 2)[0])
        .toList();
  }

  /// systemd counts a line that goes on by its last part.
  private static List<String> ours(SourceFile source) {
    List<String> lines = new ArrayList<>();
    for (Ignored line : UnitParser.parse(source).tree().ignored()) {
      lines.add(Integer.toString(line.at().to().line()));
    }
    return lines;
  }
}
