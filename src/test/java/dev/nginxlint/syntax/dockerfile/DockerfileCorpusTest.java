package dev.nginxlint.syntax.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Corpus;
import dev.nginxlint.source.Parsed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileCorpusTest {
  @Test
  void every_dockerfile_is_read() {
    for (Path path : Corpus.files("stacks", DockerfileCorpusTest::isDockerfile)) {
      Parsed<Dockerfile> parsed = DockerfileReader.read(Corpus.read(path));
      boolean template = Corpus.read(path).text().contains("{%");
      assertTrue(template || parsed.problems().isEmpty(), () -> path + " " + parsed.problems());
      assertTrue(template || parsed.tree().last().isPresent(), path.toString());
      for (Stage stage : parsed.tree().stages()) {
        List<Integer> starts = stage.instructions().stream().map(i -> i.at().start()).toList();
        assertEquals(starts.stream().sorted().toList(), starts);
      }
    }
  }

  private static boolean isDockerfile(Path path) {
    String name = path.getFileName().toString();
    return name.matches("Dockerfile.*|.*\\.[Dd]ockerfile");
  }
}
