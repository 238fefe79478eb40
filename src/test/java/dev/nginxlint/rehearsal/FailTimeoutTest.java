package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the card of fail-timeout-window says of real nginx: two servers that are one process stay
/// out after it is back, and a peer whose failures take longer than fail_timeout is left alone all
/// the same.
class FailTimeoutTest {
  @TempDir private Path folder;

  @Test
  void allOfThemStayOut() throws IOException, InterruptedException {
    Rehearsal.assumePossible();
    Process run =
        new ProcessBuilder("bash", "src/test/resources/rehearsal/restart.sh", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(run.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        List.of(
            "before two 200",
            "before never 200",
            "before single 200",
            "down two 502",
            "down never 502",
            "down single 502",
            "back two 502",
            "back never 200",
            "back single 200",
            "late slow 3",
            "later two 200",
            "later never 200",
            "later single 200",
            "no live upstreams while connecting to upstream"),
        Files.readAllLines(folder.resolve("answers")),
        () -> said());
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
