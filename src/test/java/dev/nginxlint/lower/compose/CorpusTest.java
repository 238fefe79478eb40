package dev.nginxlint.lower.compose;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Deployments that other people wrote, where they are at hand, all load.
class CorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("corpus", "../shared/corpus"));

  @Test
  void everyDeploymentLoads() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS));
    int projects = 0;
    for (String part : List.of("stacks", "compose")) {
      for (Path stack : entries(CORPUS.resolve(part))) {
        projects += Projects.find(SourceSet.of(texts(stack))).size();
      }
    }
    assertTrue(projects > 150, "projects: " + projects);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        texts.put(folder.relativize(file).toString(), text);
      }
    }
    return texts;
  }
}
