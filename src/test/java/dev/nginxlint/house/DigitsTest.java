package dev.nginxlint.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `%d` writes the digits of the reader's locale, and a port in Arabic digits is no port: `%s`.
class DigitsTest {
  private static final Pattern LOCALE = Pattern.compile("(?<!Locale[.]ROOT, \")%[0-9,]*d");

  @Test
  void numbersAreWrittenAlikeEverywhere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(DigitsTest::hasLocaleDigits)
              .toList();
      assertEquals(List.of(), found);
    }
  }

  private static boolean hasLocaleDigits(Path file) {
    try {
      return LOCALE.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
