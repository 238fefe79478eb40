package dev.nginxlint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Tells a terminal, once a run takes long, that it is still at work.
final class Progress {
  private static final String CLEAR = "\r\u001b[K";

  private final OutputStream terminal;
  private boolean shown;
  private boolean over;

  private Progress(OutputStream terminal) {
    this.terminal = terminal;
  }

  /// Begins to tell, a line that is written anew each time.
  ///
  /// @param every how long to wait before the first time and between them
  static Progress on(OutputStream terminal, Duration every) {
    Progress progress = new Progress(terminal);
    Thread.ofPlatform().daemon().start(() -> progress.watch(every));
    return progress;
  }

  private void watch(Duration every) {
    try {
      for (int turn = 1; !isOver(); turn++) {
        Thread.sleep(every);
        show(every.multipliedBy(turn).toSeconds());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private synchronized void show(long seconds) {
    if (!over) {
      shown = true;
      write("\rnginx-lint: at work for " + seconds + " s");
    }
  }

  /// An output to the same terminal, before whose first byte the line is taken away for good.
  OutputStream before(OutputStream output) {
    return new FilterOutputStream(output) {
      @Override
      public void write(int b) throws IOException {
        end();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        end();
        out.write(bytes, offset, length);
      }
    };
  }

  /// Takes the line away for good.
  synchronized void end() {
    if (shown && !over) {
      write(CLEAR);
    }
    over = true;
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
