package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with the one that was approved; `-Dupdate` takes the new one instead.
public final class Approved {
  private Approved() {}

  /// Fails unless the file holds exactly the text.
  public static void verify(Path approved, String actual) throws IOException {
    if (System.getProperty("update") != null) {
      Files.writeString(approved, actual);
      return;
    }
    assertEquals(Files.exists(approved) ? Files.readString(approved) : "", actual);
  }
}
