package dev.nginxlint.lower.compose;

import dev.nginxlint.Approved;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of `testdata/syntax/compose/projects` loads as it was approved: a case is one file,
/// in which `=== path` begins each file of a tree.
class ProjectsTest {
  private static final Path FOLDER = Path.of("testdata/syntax/compose/projects");

  @TestFactory
  List<DynamicTest> loads() throws IOException {
    try (Stream<Path> cases = Files.list(FOLDER)) {
      return cases
          .filter(file -> file.toString().endsWith(".files"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path path) throws IOException {
    String name = path.getFileName().toString().replace(".files", "");
    String actual =
        Projects.find(SourceSet.of(files(Files.readString(path)))).stream()
            .map(ProjectText::of)
            .collect(Collectors.joining("\n"));
    Approved.verify(FOLDER.resolve(name + ".approved.txt"), actual);
  }

  static Map<String, String> files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String part : text.split("(?m)^=== ", -1)) {
      if (!part.isEmpty()) {
        int end = part.indexOf('\n');
        files.put(part.substring(0, end).strip(), part.substring(end + 1));
      }
    }
    return files;
  }
}
