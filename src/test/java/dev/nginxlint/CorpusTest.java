package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Real deployments and real files: each is judged in time, and none shows a fault of ours.
class CorpusTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void deploymentsAreJudged() {
    List<Path> folders = new ArrayList<>();
    for (Path file : Corpus.files("stacks", _ -> true)) {
      Path stacks = file;
      while (!stacks.getParent().endsWith("stacks")) {
        stacks = stacks.getParent();
      }
      if (Files.isDirectory(stacks) && !folders.contains(stacks)) {
        folders.add(stacks);
      }
    }
    judge(folders);
  }

  @Test
  void nginxFilesAreJudged() {
    judge(Corpus.files("nginx", _ -> true));
  }

  @Test
  void unitsAreJudged() {
    judge(Corpus.files("units", _ -> true));
  }

  @Test
  void composeFilesAreJudged() {
    judge(Corpus.files("compose", _ -> true));
  }

  private static void judge(List<Path> paths) {
    for (Path path : paths) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] arguments = {path.toString()};
      int code =
          assertTimeoutPreemptively(
              SOON,
              () -> Cli.run(arguments, Path.of(""), new PrintWriter(out), new PrintWriter(err)),
              path::toString);
      assertFalse(err.toString().contains("our own fault"), () -> path + ": " + err);
      assertTrue(code >= 0 && code <= 2, path::toString);
    }
  }
}
