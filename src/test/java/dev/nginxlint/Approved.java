package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text that a person has looked at; `-Dupdate` writes it anew, to be looked at in the diff.
public final class Approved {
  private Approved() {}

  /// Fails unless the file holds exactly this text.
  public static void verify(Path approved, String actual) throws IOException {
    if (System.getProperty("update") != null) {
      Files.writeString(approved, actual);
      return;
    }
    assertEquals(Files.exists(approved) ? Files.readString(approved) : "", actual);
  }
}
