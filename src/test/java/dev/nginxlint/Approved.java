package dev.nginxlint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/// Results that a person looked at and found right.
public final class Approved {
  private Approved() {}

  /// Compares with the approved text in a file; with `-Dupdate` writes the file instead.
  public static void verify(Path approved, String actual) throws IOException {
    if (System.getProperty("update") != null) {
      Files.writeString(approved, actual);
      return;
    }
    String expected = Files.exists(approved) ? Files.readString(approved) : "";
    Assertions.assertEquals(expected, actual, () -> approved + " is not what came out");
  }
}
