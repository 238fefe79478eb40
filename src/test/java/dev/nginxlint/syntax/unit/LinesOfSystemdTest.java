package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// systemd complains of every line of a file of nonsense, and so shows how it cuts the lines.
class LinesOfSystemdTest {
  private static final int FILES = Integer.getInteger("files", 40);

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "=",
          "\\",
          "\\\\",
          "#",
          ";",
          " ",
          "\t",
          "\n",
          "\n",
          "\n",
          "\r\n",
          "\r",
          "\n[Unit]\n",
          "\n[Unit] \\\n",
          "]",
          "[",
          "\"",
          "ü");

  private static final Set<String> KNOWN = Set.of("Unit", "Service", "Install");

  @TempDir Path directory;

  @Test
  void lines_begin_and_end_where_systemd_has_them() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("[Service]\nExecStart=/bin/true\n");
      for (int i = 0; i < 120; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      Path file = directory.resolve("seed" + seed + ".service");
      Files.writeString(file, text);
      assertEquals(real(file), ours(new SourceFile("", text.toString())), text.toString());
    }
  }

  private static List<String> real(Path file) {
    String output =
        Installed.run(
            Map.of("LANG", "C.UTF-8"),
            List.of(
                "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", file.toString()));
    return output
        .lines()
        .filter(line -> line.startsWith(file + ":"))
        .map(line -> line.substring(line.indexOf(": ") + 2))
        .filter(message -> !message.startsWith("Unknown section"))
        .map(message -> message.startsWith("Bad characters") ? "Invalid" : message)
        .map(message -> message.startsWith("Invalid") ? "Invalid" : message)
        .toList();
  }

  private static List<String> ours(SourceFile file) {
    Map<Integer, String> lines = new TreeMap<>();
    Parsed<UnitTree> parsed = UnitParser.parse(file);
    for (UnitTree.Section section : parsed.tree().sections()) {
      String name = section.name().value();
      section.entries().stream()
          .filter(entry -> !entry.key().value().equals("ExecStart") && KNOWN.contains(name))
          .forEach(entry -> lines.put(entry.at().start(), unknown(entry.key().value(), name)));
    }
    for (UnitTree.Ignored line : parsed.tree().ignored()) {
      String why =
          switch (line.why()) {
            case "missing \"=\"" -> "Missing '=', ignoring line.";
            case "assignment outside of a section" -> "Assignment outside of section. Ignoring.";
            default -> "Missing key name before '=', ignoring line.";
          };
      boolean heard =
          parsed.tree().sections().stream()
              .filter(section -> section.at().start() < line.at().start())
              .reduce((_, last) -> last)
              .filter(section -> !KNOWN.contains(section.name().value()))
              .isEmpty();
      if (heard) {
        lines.put(line.at().start(), why);
      }
    }
    parsed.problems().forEach(problem -> lines.put(problem.at().start(), "Invalid"));
    return List.copyOf(lines.values());
  }

  private static String unknown(String key, String section) {
    return "Unknown key '%s' in section [%s], ignoring.".formatted(key, section);
  }
}
