package dev.nginxlint.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small is readable.
class SizeTest {
  private static final int LONGEST_FILE = 300;
  private static final int MEDIAN_RULE = 60;

  @Test
  void noFileIsLong() throws IOException {
    Map<Path, Integer> sizes = sizes(Path.of("src/main/java"));
    sizes.values().removeIf(lines -> lines <= LONGEST_FILE);
    assertEquals(Map.of(), sizes);
  }

  @Test
  void halfOfTheRulesAreShort() throws IOException {
    List<Integer> rules =
        sizes(Path.of("src/main/java/dev/nginxlint/rules")).values().stream().sorted().toList();
    int median = rules.isEmpty() ? 0 : rules.get(rules.size() / 2);
    assertTrue(median < MEDIAN_RULE, "the median rule has " + median + " lines");
  }

  private static Map<Path, Integer> sizes(Path folder) throws IOException {
    Map<Path, Integer> sizes = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.filter(SizeTest::isClass)::iterator) {
          sizes.put(file, Files.readAllLines(file).size());
        }
      }
    }
    return sizes;
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
  }
}
