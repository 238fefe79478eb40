package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void theLineIsGoneBeforeTheReport() throws Exception {
    Progress progress = Progress.on(terminal, Duration.ofMillis(1));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (terminal.size() == 0) {
            Thread.onSpinWait();
          }
        });
    try (OutputStream out = progress.before(terminal)) {
      out.write("report".getBytes(StandardCharsets.UTF_8));
    }
    String written = terminal.toString(StandardCharsets.UTF_8);
    assertTrue(written.startsWith("\rnginx-lint: at work for 0 s"), written);
    assertTrue(written.endsWith("\r\u001b[Kreport"), written);
  }

  @Test
  void aShortRunShowsNothing() throws Exception {
    Progress progress = Progress.on(terminal, Duration.ofHours(1));
    try (OutputStream out = progress.before(terminal)) {
      out.write('r');
    }
    progress.end();
    assertEquals("r", terminal.toString(StandardCharsets.UTF_8));
  }
}
